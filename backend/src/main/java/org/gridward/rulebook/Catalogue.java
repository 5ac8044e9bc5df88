package org.gridward.rulebook;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The incident catalogue: every category in its current version, and the versions before. */
@Component
public class Catalogue {

  private final RulebookSnapshots snapshots;

  Catalogue(RulebookSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The current version; empty when there is none or it is retired. */
  public Optional<Category> find(String code) {
    return snapshots.current().find(code);
  }

  /** One version, current or not; throws {@link CategoryUnknown}. */
  public Category get(String code, int version) {
    return snapshots.current().get(code, version);
  }

  /** All current categories by code. */
  public List<Category> list() {
    return snapshots.current().list();
  }
}
