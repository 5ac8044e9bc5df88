package org.gridward.grid.web;

import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * An area as a list shows it.
 *
 * @param bbox west, south, east, north in degrees; null without a boundary
 * @param children how many areas stand directly under it
 */
record AreaView(
    long id,
    String code,
    String type,
    Map<String, String> names,
    AreaPath path,
    boolean cell,
    @Nullable Long parentId,
    double @Nullable [] bbox,
    int children) {

  static AreaView of(Area area, @Nullable Envelope box, int children) {
    return new AreaView(
        area.id(),
        area.code(),
        area.type(),
        area.names(),
        area.path(),
        area.cell(),
        area.parentId(),
        box == null ? null : corners(box),
        children);
  }

  static double[] corners(Envelope box) {
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }
}
