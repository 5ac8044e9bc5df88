package org.gridward.gis.cells;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/**
 * Which cell is a point in.
 *
 * <p><b>Border rule.</b> Among all cells whose closed polygon covers the point, the one with the
 * lowest code in plain code-point order. So a point on a shared border belongs to exactly one cell,
 * whatever order the cells came in; PostgreSQL gives the same answer by {@code st_covers} ordered
 * by {@code code collate "C"}.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class CellIndex {
  /** No cell covers the point. */
  public static final long NONE = -1;

  private record Candidate(long id, Envelope envelope, IndexedPointInAreaLocator locator) {}

  private final List<Candidate> candidates;

  private CellIndex(List<Candidate> candidates) {
    this.candidates = candidates;
  }

  /** Builds the index; an empty list gives an index that answers {@link #NONE} everywhere. */
  public static CellIndex build(List<CellShape> cells) {
    return new CellIndex(
        cells.stream()
            .sorted((a, b) -> CodePointOrder.compare(a.code(), b.code()))
            .filter(cell -> !cell.boundary().isEmpty())
            .map(
                cell ->
                    new Candidate(
                        cell.id(),
                        cell.boundary().getEnvelopeInternal(),
                        new IndexedPointInAreaLocator(cell.boundary())))
            .toList());
  }

  /**
   * The id of the cell at a point in EPSG:4326, or {@link #NONE}; NaN and infinite coordinates are
   * in no cell.
   */
  public long locate(double lon, double lat) {
    Coordinate point = new Coordinate(lon, lat);
    for (Candidate candidate : candidates) {
      if (candidate.envelope.covers(point)
          && candidate.locator.locate(point) != Location.EXTERIOR) {
        return candidate.id;
      }
    }
    return NONE;
  }
}
