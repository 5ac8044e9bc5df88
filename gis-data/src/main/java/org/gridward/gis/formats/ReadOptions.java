package org.gridward.gis.formats;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the reader is told beyond what stands in the file.
 *
 * @param crs overrides the file's own, as {@code EPSG:2263} or WKT; null believes the file
 * @param encoding of attribute text in a Shapefile, overrides .cpg and .dbf; null believes the file
 */
public record ReadOptions(@Nullable String crs, @Nullable Charset encoding) {
  /** Believe the file. */
  public static final ReadOptions NONE = new ReadOptions(null, null);
}
