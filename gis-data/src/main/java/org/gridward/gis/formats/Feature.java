package org.gridward.gis.formats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as it stands in the file.
 *
 * @param number place in the file, from 1
 * @param attributes in the file's order; values are String, Long, BigInteger, BigDecimal, Double,
 *     Boolean, LocalDate, nested List and Map, or null
 * @param geometry in the file's CRS ({@link FeatureSource#crs()}), longitude (easting) first; null
 *     where the file has none. Rings are as the file gives them: check with {@code BoundaryRepair}
 * @param repairs what had to be put right to read the geometry at all, in words ("ring 1 was not
 *     closed: closed it"); mostly empty, to be reported where not
 */
public record Feature(
    long number,
    Map<String, @Nullable Object> attributes,
    @Nullable Geometry geometry,
    List<String> repairs)
    implements FeatureReading {
  public Feature {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    repairs = List.copyOf(repairs);
  }

  /** A feature that was read as it stands. */
  public Feature(
      long number, Map<String, @Nullable Object> attributes, @Nullable Geometry geometry) {
    this(number, attributes, geometry, List.of());
  }

  /**
   * An attribute as text: numbers without exponent and without a fraction of zeros, blanks trimmed;
   * null where the attribute is absent, null or blank.
   */
  public @Nullable String text(String attribute) {
    return AttributeText.of(attributes.get(attribute));
  }
}
