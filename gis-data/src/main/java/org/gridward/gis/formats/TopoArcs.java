package org.gridward.gis.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The arcs of a topology. An arc is decoded once, so areas on both sides of it get the very same
 * points.
 */
final class TopoArcs {
  private final List<Coordinate[]> arcs;
  private final double[] scale;
  private final double[] translate;

  private TopoArcs(List<Coordinate[]> arcs, double[] scale, double[] translate) {
    this.arcs = arcs;
    this.scale = scale;
    this.translate = translate;
  }

  /**
   * Decodes.
   *
   * @param raw x, y, x, y … as they stand in the file
   * @param transform with scale and translate: positions are steps from the one before; null: they
   *     are coordinates
   */
  static TopoArcs of(Path file, List<double[]> raw, @Nullable Object transform) {
    double[] scale = {1, 1};
    double[] translate = {0, 0};
    if (transform != null) {
      scale = pair(file, transform, "scale");
      translate = pair(file, transform, "translate");
    }
    TopoArcs decoded = new TopoArcs(new ArrayList<>(raw.size()), scale, translate);
    for (double[] arc : raw) {
      decoded.arcs.add(decoded.decode(arc, transform != null));
    }
    return decoded;
  }

  private static double[] pair(Path file, Object transform, String member) {
    if (transform instanceof Map<?, ?> map
        && map.get(member) instanceof List<?> list
        && list.size() == 2
        && list.get(0) instanceof Number x
        && list.get(1) instanceof Number y) {
      return new double[] {x.doubleValue(), y.doubleValue()};
    }
    throw new UnreadableFile(
        "file-damaged",
        "the transform of %s has no %s of two numbers".formatted(file.getFileName(), member));
  }

  private Coordinate[] decode(double[] arc, boolean steps) {
    Coordinate[] points = new Coordinate[arc.length / 2];
    double x = 0;
    double y = 0;
    for (int i = 0; i < points.length; i++) {
      x = steps ? x + arc[2 * i] : arc[2 * i];
      y = steps ? y + arc[2 * i + 1] : arc[2 * i + 1];
      points[i] = position(x, y);
    }
    return points;
  }

  /** A position outside of arcs, such as a point's. */
  Coordinate position(double x, double y) {
    return new Coordinate(x * scale[0] + translate[0], y * scale[1] + translate[1]);
  }

  /**
   * The points of several arcs in a row; {@code ~i} is arc {@code i} backwards.
   *
   * @param most more points than this are a fault
   */
  Coordinate[] join(List<?> indexes, int most) throws UnreadableGeometry {
    List<Coordinate> points = new ArrayList<>();
    for (Object index : indexes) {
      append(points, index, most);
    }
    for (Coordinate point : points) {
      if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
        throw UnreadableGeometry.of("a position is not two finite numbers");
      }
    }
    return points.toArray(Coordinate[]::new);
  }

  private void append(List<Coordinate> points, @Nullable Object index, int most)
      throws UnreadableGeometry {
    long wanted = index instanceof Long number ? number : Long.MAX_VALUE;
    long place = wanted < 0 ? ~wanted : wanted;
    if (place >= arcs.size()) {
      throw UnreadableGeometry.of("there is no arc %s".formatted(index));
    }
    Coordinate[] arc = arcs.get((int) place);
    if (points.size() + (long) arc.length > most) {
      throw UnreadableGeometry.of("it has more than %d points".formatted(TopoGeometry.MOST_POINTS));
    }
    for (int i = 0; i < arc.length; i++) {
      Coordinate point = arc[wanted < 0 ? arc.length - 1 - i : i];
      if (i > 0 || points.isEmpty()) {
        points.add(point.copy());
      } else if (!point.equals2D(points.getLast())) {
        throw UnreadableGeometry.of(
            "arc %d does not begin where the one before ends".formatted(wanted));
      }
    }
  }
}
