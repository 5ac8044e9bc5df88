package org.gridward.gis.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.PrecisionModel;

/** Makes rings, closing those that are open, and remembers in words what it did. */
final class Rings {
  static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 4326);

  private final List<String> repairs = new ArrayList<>();
  private int count;

  /** The next ring of this feature; its points are finite. */
  LinearRing ring(Coordinate[] points) throws UnreadableGeometry {
    count++;
    if (points.length == 0) {
      return GEOMETRIES.createLinearRing();
    }
    Coordinate[] closed = closed(points);
    if (closed.length < 4) {
      throw new UnreadableGeometry(
          "invalid-ring",
          "ring %d has %d points, a ring needs three and the first again"
              .formatted(count, points.length));
    }
    return GEOMETRIES.createLinearRing(closed);
  }

  private Coordinate[] closed(Coordinate[] points) {
    if (points[0].equals2D(points[points.length - 1])) {
      return points;
    }
    repairs.add("ring %d was not closed: closed it".formatted(count));
    Coordinate[] closed = Arrays.copyOf(points, points.length + 1);
    closed[points.length] = points[0].copy();
    return closed;
  }

  void note(String repair) {
    repairs.add(repair);
  }

  List<String> repairs() {
    return repairs;
  }
}
