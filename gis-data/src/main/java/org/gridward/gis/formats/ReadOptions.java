package org.gridward.gis.formats;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the reader is told beyond what stands in the file.
 *
 * @param crs overrides the file's own, as {@code EPSG:2263}, WKT, {@code gcj02} or {@code bd09};
 *     null believes the file
 * @param encoding of attribute text in a Shapefile, overrides .cpg and .dbf, or of a CSV file; null
 *     believes the file, and takes CSV for UTF-8
 * @param layer the one to read of a GeoPackage or the object of a TopoJSON file; null where there
 *     is only one
 * @param placeless whether a CSV file may have no column with geometry; its rows then have none
 */
public record ReadOptions(
    @Nullable String crs, @Nullable Charset encoding, @Nullable String layer, boolean placeless) {
  /** Believe the file. */
  public static final ReadOptions NONE = new ReadOptions(null, null, null, false);

  /** Of a file with one layer. */
  public ReadOptions(@Nullable String crs, @Nullable Charset encoding) {
    this(crs, encoding, null, false);
  }

  /** Of a file whose CSV must have geometry. */
  public ReadOptions(@Nullable String crs, @Nullable Charset encoding, @Nullable String layer) {
    this(crs, encoding, layer, false);
  }

  /** The same for a file that may be CSV without a place. */
  public ReadOptions orWithoutPlace() {
    return new ReadOptions(crs, encoding, layer, true);
  }
}
