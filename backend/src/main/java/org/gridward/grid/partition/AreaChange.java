package org.gridward.grid.partition;

import org.gridward.gis.partition.Measure;
import org.gridward.grid.partition.Shapes.Shape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What an edit does to one area.
 *
 * @param areaId null for one that does not exist yet
 * @param shape its ground afterwards, EPSG:4326; null when it is retired
 * @param before its boundary row; null when it had none
 * @param was its ground until then; null when it had none
 */
public record AreaChange(
    @Nullable Long areaId,
    String code,
    Kind kind,
    @Nullable MultiPolygon shape,
    @Nullable Long before,
    @Nullable Geometry was) {

  static AreaChange of(Shape area, Kind kind, @Nullable MultiPolygon shape) {
    return new AreaChange(
        area.id(), area.code(), kind, shape, area.boundaryId(), area.ground().shape());
  }

  static AreaChange created(String code, MultiPolygon shape) {
    return new AreaChange(null, code, Kind.CREATED, shape, null, null);
  }

  /** Square metres on the ellipsoid; null when it is retired. */
  public @Nullable Double squareMetres() {
    return shape == null ? null : Measure.squareMetres(shape);
  }

  /** How many square metres more than until then; less than 0 where it loses. */
  public double gainedSquareMetres() {
    return (shape == null ? 0 : Measure.squareMetres(shape))
        - (was == null ? 0 : Measure.squareMetres(was));
  }

  /** What happens. */
  public enum Kind {
    /** It gets other ground. */
    RESHAPED,
    /** Its ground stays and its border gets corners where others meet it. */
    ALIGNED,
    CREATED,
    RETIRED,
    /** It was retired and is there again. */
    RESTORED
  }
}
