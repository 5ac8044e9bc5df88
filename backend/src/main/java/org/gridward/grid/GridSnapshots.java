package org.gridward.grid;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the current {@link GridSnapshot} and replaces it when the tables have changed. */
@Component
class GridSnapshots {

  private final GridRows rows;
  private volatile @Nullable GridSnapshot snapshot;

  GridSnapshots(GridRows rows) {
    this.rows = rows;
  }

  GridSnapshot current() {
    GridSnapshot known = snapshot;
    return known == null ? reload() : known;
  }

  /** Reads the tables again; what was committed before the call is in the answer. */
  synchronized GridSnapshot reload() {
    GridSnapshot fresh = new GridSnapshot(rows.listTypes(), rows.listAreas());
    snapshot = fresh;
    return fresh;
  }
}
