package org.gridward.rulebook;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the current {@link RulebookSnapshot} and replaces it when the tables have changed. */
@Component
class RulebookSnapshots {

  private final RulebookRows rows;
  private volatile @Nullable RulebookSnapshot snapshot;

  RulebookSnapshots(RulebookRows rows) {
    this.rows = rows;
  }

  RulebookSnapshot current() {
    RulebookSnapshot known = snapshot;
    return known == null ? reload() : known;
  }

  /** Reads the tables again; what was committed before the call is in the answer. */
  synchronized RulebookSnapshot reload() {
    RulebookSnapshot fresh = new RulebookSnapshot(rows.listVersions(), rows.latestDispatchRules());
    snapshot = fresh;
    return fresh;
  }
}
