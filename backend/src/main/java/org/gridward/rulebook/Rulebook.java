package org.gridward.rulebook;

import org.springframework.stereotype.Component;

/** The rules of dispatch. */
@Component
public class Rulebook {

  private final RulebookSnapshots snapshots;

  Rulebook(RulebookSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The rules in force now. */
  public DispatchRules current() {
    return snapshots.current().dispatchRules();
  }
}
