package org.gridward.gis.formats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A geometry as a GeoPackage stores it: "GP", version, flags, SRS, an envelope of known length, and
 * WKB (OGC GeoPackage 1.3, clause 2.1.3).
 */
final class GeoPackageBlob {
  private static final int FIXED_BYTES = 8;

  /** By the envelope's code in the flags: none, xy, xyz, xym, xyzm. */
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private static final int EXTENDED = 0x20;

  private GeoPackageBlob() {}

  static @Nullable Geometry geometry(byte @Nullable [] blob) throws UnreadableGeometry {
    if (blob == null) {
      return null;
    }
    if (blob.length < FIXED_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw UnreadableGeometry.of("the geometry does not start as a GeoPackage's does");
    }
    int envelope = (blob[3] >> 1) & 7;
    if ((blob[3] & EXTENDED) != 0 || envelope >= ENVELOPE_BYTES.length) {
      throw UnreadableGeometry.of("the geometry is of a kind that only extensions know");
    }
    int start = FIXED_BYTES + ENVELOPE_BYTES[envelope];
    if (start >= blob.length) {
      throw UnreadableGeometry.of("the geometry ends before it begins");
    }
    return StandardGeometry.ofWkb(Arrays.copyOfRange(blob, start, blob.length));
  }
}
