package org.gridward.gis.formats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as it stands in the file.
 *
 * @param number place in the file, from 1
 * @param attributes in the file's order; values are String, Long, BigDecimal/Double, Boolean,
 *     LocalDate, nested List and Map, or null
 * @param geometry in the file's CRS ({@link FeatureSource#crs()}), longitude (easting) first; null
 *     where the file has none. Rings are as the file gives them: check with {@code BoundaryRepair}
 */
public record Feature(
    long number, Map<String, @Nullable Object> attributes, @Nullable Geometry geometry)
    implements FeatureReading {
  public Feature {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /**
   * An attribute as text: numbers without exponent and without a fraction of zeros, blanks trimmed;
   * null where the attribute is absent, null or blank.
   */
  public @Nullable String text(String attribute) {
    return AttributeText.of(attributes.get(attribute));
  }
}
