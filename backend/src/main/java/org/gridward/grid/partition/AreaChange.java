package org.gridward.grid.partition;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What an edit does to one area.
 *
 * @param areaId null for one that does not exist yet
 * @param shape its ground afterwards, EPSG:4326; null when it is retired
 * @param before its boundary row; null when it had none
 */
public record AreaChange(
    @Nullable Long areaId,
    String code,
    Kind kind,
    @Nullable MultiPolygon shape,
    @Nullable Long before) {

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
