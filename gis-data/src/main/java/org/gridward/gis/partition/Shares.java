package org.gridward.gis.partition;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How cells share a load, and what form they have.
 *
 * @param total of all cells
 * @param least of one cell
 * @param most of one cell
 * @param deviation standard deviation over the mean; 0 where all carry the same
 * @param compactness the middle one of the cells' {@link Measure#compactness}
 * @param leastCompactness of one cell
 */
public record Shares(
    int cells,
    double total,
    double least,
    double most,
    double deviation,
    double compactness,
    double leastCompactness) {

  /**
   * Every load counts for the first cell that has its point, inside or on the border.
   *
   * @param cells valid polygons, EPSG:4326; at least one
   */
  public static Shares of(List<? extends Geometry> cells, List<Load> loads) {
    double[] carried = carried(cells, loads);
    double total = Arrays.stream(carried).sum();
    double mean = total / carried.length;
    double squares = Arrays.stream(carried).map(c -> (c - mean) * (c - mean)).sum();
    double[] form = cells.stream().mapToDouble(Measure::compactness).sorted().toArray();
    return new Shares(
        carried.length,
        total,
        Arrays.stream(carried).min().orElse(0),
        Arrays.stream(carried).max().orElse(0),
        mean == 0 ? 0 : Math.sqrt(squares / carried.length) / mean,
        (form[(form.length - 1) / 2] + form[form.length / 2]) / 2,
        form[0]);
  }

  private static double[] carried(List<? extends Geometry> cells, List<Load> loads) {
    STRtree tree = new STRtree();
    for (int i = 0; i < cells.size(); i++) {
      tree.insert(cells.get(i).getEnvelopeInternal(), i);
    }
    List<IndexedPointInAreaLocator> locators =
        cells.stream().map(IndexedPointInAreaLocator::new).toList();
    double[] carried = new double[cells.size()];
    for (Load load : loads) {
      Coordinate at = new Coordinate(load.lon(), load.lat());
      for (Object found : tree.query(new Envelope(at))) {
        int cell = (Integer) found;
        if (locators.get(cell).locate(at) != Location.EXTERIOR) {
          carried[cell] += load.weight();
          break;
        }
      }
    }
    return carried;
  }
}
