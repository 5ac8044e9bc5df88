package org.gridward.grid.partition;

import java.util.Arrays;
import java.util.List;
import org.gridward.gis.partition.Load;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How cells share a load.
 *
 * @param total of all cells
 * @param least of one cell
 * @param most of one cell
 * @param deviation standard deviation over the mean; 0 where all carry the same
 */
public record Workloads(int cells, double total, double least, double most, double deviation) {

  /** Every load counts for the first cell that has its point, inside or on the border. */
  static Workloads of(List<? extends Geometry> cells, List<Load> loads) {
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
    double total = Arrays.stream(carried).sum();
    double mean = total / carried.length;
    double squares = Arrays.stream(carried).map(c -> (c - mean) * (c - mean)).sum();
    return new Workloads(
        carried.length,
        total,
        Arrays.stream(carried).min().orElse(0),
        Arrays.stream(carried).max().orElse(0),
        mean == 0 ? 0 : Math.sqrt(squares / carried.length) / mean);
  }
}
