package org.gridward.gis.cells;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Which cell is a point in.
 *
 * <p><b>Border rule.</b> Among all cells whose closed polygon covers the point, the one with the
 * lowest code in plain code-point order. So a point on a shared border belongs to exactly one cell,
 * whatever order the cells came in; PostgreSQL gives the same answer by {@code st_covers} ordered
 * by {@code code collate "C"}.
 *
 * <p>The ground is divided into small square buckets. Most lie within one cell and answer at once;
 * where a border runs through, the few cells there are asked exactly, with the robust orientation
 * predicate of JTS. Nothing is approximated: the answer is that of asking every polygon.
 *
 * <p>Immutable and safe for any number of threads. Takes about 200 bytes for every vertex.
 */
public final class CellIndex {
  /** No cell covers the point. */
  public static final long NONE = -1;

  private final long[] ids;
  private final StripedEdges edges;
  private final Buckets buckets;

  private CellIndex(long[] ids, StripedEdges edges, Buckets buckets) {
    this.ids = ids;
    this.edges = edges;
    this.buckets = buckets;
  }

  /**
   * Builds the index; an empty list gives an index that answers {@link #NONE} everywhere. Cells
   * with an empty boundary cover nothing.
   *
   * @param cells codes differ; boundaries are valid
   */
  public static CellIndex build(List<CellShape> cells) {
    List<CellShape> ordered =
        cells.stream()
            .filter(cell -> !cell.boundary().isEmpty())
            .sorted((a, b) -> CodePointOrder.compare(a.code(), b.code()))
            .toList();
    List<Geometry> boundaries = ordered.stream().map(CellShape::boundary).toList();
    StripedEdges edges = StripedEdges.of(boundaries);
    long[] ids = ordered.stream().mapToLong(CellShape::id).toArray();
    return new CellIndex(ids, edges, fill(boundaries, edges));
  }

  private static Buckets fill(List<Geometry> boundaries, StripedEdges edges) {
    Envelope extent = new Envelope();
    long vertices = 0;
    for (Geometry boundary : boundaries) {
      extent.expandToInclude(boundary.getEnvelopeInternal());
      vertices += boundary.getNumPoints();
    }
    BucketGrid grid = BucketGrid.over(extent, vertices);
    BucketFiller filler = new BucketFiller(grid, edges);
    for (int cell = 0; cell < boundaries.size(); cell++) {
      filler.add(cell, new Footprint(grid, new PolygonEdges(boundaries.get(cell))));
    }
    return filler.fill();
  }

  /**
   * The id of the cell at a point in EPSG:4326, or {@link #NONE}; NaN and infinite coordinates are
   * in no cell.
   */
  public long locate(double lon, double lat) {
    int entry = buckets.entry(lon, lat);
    if (entry > 0) {
      return ids[entry - 1];
    }
    if (entry == 0) {
      return NONE;
    }
    int cell = buckets.decide(entry, edges, lon, lat);
    return cell < 0 ? NONE : ids[cell];
  }

  /** How many cells it knows, those with an empty boundary not counted. */
  public int size() {
    return ids.length;
  }
}
