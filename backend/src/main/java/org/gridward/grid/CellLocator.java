package org.gridward.grid;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which cell a point lies in. One rule everywhere: among the cells whose closed polygon covers the
 * point, the one with the lowest code in code-point order; so a point on a shared border belongs to
 * exactly one cell (decision 0140).
 */
@Component
public class CellLocator {

  private final GridSnapshots snapshots;
  private final BoundaryHistory history;
  private final GridRows rows;

  CellLocator(GridSnapshots snapshots, BoundaryHistory history, GridRows rows) {
    this.snapshots = snapshots;
    this.history = history;
    this.rows = rows;
  }

  /**
   * The cell now, from memory; thread-safe, no I/O.
   *
   * @param lon degrees east, WGS 84
   * @param lat degrees north, WGS 84
   * @return empty outside every cell
   */
  public Optional<Area> locate(double lon, double lat) {
    return snapshots.current().locate(lon, lat);
  }

  /**
   * The cell whose boundary covered the point at {@code at}, as the area is described now, also one
   * that was retired since; from PostGIS. Empty where no cell was.
   */
  public Optional<Area> locateAt(double lon, double lat, Instant at) {
    return history
        .findCell(lon, lat, at)
        .flatMap(id -> snapshots.current().find(id).or(() -> rows.find(id)));
  }
}
