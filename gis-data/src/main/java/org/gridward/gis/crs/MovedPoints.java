package org.gridward.gis.crs;

import java.util.function.BinaryOperator;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Moves every point of a geometry. For one thread. */
final class MovedPoints implements CoordinateSequenceFilter {
  private final PointMove move;
  private final BinaryOperator<String> impossible;
  private final double[] point = new double[2];

  private MovedPoints(PointMove move, BinaryOperator<String> impossible) {
    this.move = move;
    this.impossible = impossible;
  }

  /**
   * The moved geometry; heights are kept as they are.
   *
   * @param impossible what to say of a point (its x and y) that cannot be moved
   * @throws UnknownCrs where there is such a point
   */
  static Geometry of(Geometry geometry, PointMove move, BinaryOperator<String> impossible) {
    Geometry copy = geometry.copy();
    copy.apply(new MovedPoints(move, impossible));
    copy.geometryChanged();
    return copy;
  }

  @Override
  public void filter(CoordinateSequence points, int i) {
    point[0] = points.getX(i);
    point[1] = points.getY(i);
    move(points.getX(i), points.getY(i));
    points.setOrdinate(i, CoordinateSequence.X, point[0]);
    points.setOrdinate(i, CoordinateSequence.Y, point[1]);
  }

  private void move(double x, double y) {
    boolean finite = Double.isFinite(x) && Double.isFinite(y);
    try {
      move.apply(point);
    } catch (TransformException | RuntimeException e) {
      throw new UnknownCrs(sentence(x, y), e);
    }
    if (!finite || !Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
      throw new UnknownCrs(sentence(x, y));
    }
  }

  private String sentence(double x, double y) {
    return impossible.apply(Double.toString(x), Double.toString(y));
  }

  @Override
  public boolean isDone() {
    return false;
  }

  @Override
  public boolean isGeometryChanged() {
    return false;
  }
}
