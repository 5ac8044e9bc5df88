package org.gridward.grid.imports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureFault;
import org.gridward.gis.formats.FeatureReading;
import org.gridward.gis.geometry.BoundaryCheck;
import org.gridward.gis.geometry.BoundaryRepair;
import org.gridward.gis.partition.Measure;
import org.gridward.grid.store.AreaSheet;
import org.gridward.grid.store.Place;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** Turns the features of one file into sheets, one by one, and says what is wrong with the rest. */
final class SheetReader {

  private static final int LONGEST_CODE = 100;

  private final AreaImportOptions options;
  private final Map<String, Place> places;
  private final Crs crs;
  private final Map<String, Long> seen = new java.util.HashMap<>();
  private boolean columnsChecked;
  private @Nullable Place onlyParent;

  /**
   * @param places the areas of the levels above, by code
   * @param crs of the file's geometries
   */
  SheetReader(AreaImportOptions options, Map<String, Place> places, Crs crs) {
    this.options = options;
    this.places = places;
    this.crs = crs;
  }

  /** Takes note of a feature that an earlier run has done. */
  void skip(FeatureReading reading) {
    if (reading instanceof Feature feature) {
      checkColumns(feature);
      String code = feature.text(options.codeColumn());
      if (code != null) {
        seen.putIfAbsent(code, feature.number());
      }
    }
  }

  /** The sheet; empty when the feature has a fault, which the tally then knows. */
  Optional<AreaSheet> read(FeatureReading reading, Tally tally) {
    return switch (reading) {
      case FeatureFault fault -> {
        tally.fault(fault.number(), fault.code(), fault.message());
        yield Optional.empty();
      }
      case Feature feature -> {
        checkColumns(feature);
        try {
          yield Optional.of(sheet(feature, tally));
        } catch (FaultyFeature fault) {
          tally.fault(feature.number(), fault.code(), fault.getMessage());
          yield Optional.empty();
        }
      }
    };
  }

  private AreaSheet sheet(Feature feature, Tally tally) {
    String code = code(feature);
    Place parent = parent(feature);
    return new AreaSheet(
        feature.number(), code, names(feature, code), parent, boundary(feature, code, tally));
  }

  private String code(Feature feature) {
    String code = feature.text(options.codeColumn());
    if (code == null) {
      throw new FaultyFeature(
          "code-missing", "the attribute %s is empty".formatted(options.codeColumn()));
    }
    if (code.length() > LONGEST_CODE) {
      throw new FaultyFeature(
          "code-too-long", "the code '%s…' is longer than 100".formatted(code.substring(0, 20)));
    }
    AreaText.require(code, options.codeColumn());
    Long first = seen.putIfAbsent(code, feature.number());
    if (first != null) {
      throw new FaultyFeature(
          "code-duplicate", "feature %d has the code '%s' already".formatted(first, code));
    }
    return code;
  }

  private @Nullable Place parent(Feature feature) {
    String column = options.parent();
    if (column == null || onlyParent != null) {
      return onlyParent;
    }
    String code = feature.text(column);
    if (code == null) {
      throw new FaultyFeature("parent-missing", "the attribute %s is empty".formatted(column));
    }
    Place parent = places.get(code);
    if (parent == null) {
      throw new FaultyFeature(
          "parent-unknown",
          "no area of a level above has the code '%s' (%s)".formatted(code, column));
    }
    return parent;
  }

  private Map<String, String> names(Feature feature, String code) {
    Map<String, String> names = new LinkedHashMap<>();
    String english = feature.text(options.nameColumn());
    names.put("en", english == null ? code : AreaText.name(english, options.nameColumn()));
    String column = options.nameZhColumn();
    String chinese = column == null ? null : feature.text(column);
    if (chinese != null) {
      names.put("zh", AreaText.name(chinese, options.nameZhColumn()));
    }
    return names;
  }

  private MultiPolygon boundary(Feature feature, String code, Tally tally) {
    MultiPolygon boundary = sound(feature, code, tally);
    double squareMetres = Measure.squareMetres(boundary);
    if (squareMetres < 1) {
      throw new FaultyFeature(
          "too-small",
          "%s: the boundary encloses %.6f m²; are its coordinates of %s?"
              .formatted(code, squareMetres, crs.name()));
    }
    return boundary;
  }

  private MultiPolygon sound(Feature feature, String code, Tally tally) {
    return switch (BoundaryRepair.check(inDegrees(feature.geometry()))) {
      case BoundaryCheck.Accepted accepted -> accepted.boundary();
      case BoundaryCheck.Repaired repaired -> {
        tally.repaired(feature.number(), "boundary-repaired", code + ": " + repaired.how());
        yield repaired.boundary();
      }
      case BoundaryCheck.Refused refused ->
          throw new FaultyFeature(refused.code(), code + ": " + refused.message());
    };
  }

  private @Nullable Geometry inDegrees(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return geometry;
    }
    try {
      return crs.toWgs84(geometry);
    } catch (UnknownCrs e) {
      throw new FaultyFeature("outside-crs", String.valueOf(e.getMessage()));
    }
  }

  private void checkColumns(Feature first) {
    if (columnsChecked) {
      return;
    }
    Set<String> there = first.attributes().keySet();
    Set<String> missing = new HashSet<>();
    String nameZh = options.nameZhColumn();
    missing.add(options.codeColumn());
    missing.add(options.nameColumn());
    if (nameZh != null) {
      missing.add(nameZh);
    }
    missing.removeAll(there);
    String parent = options.parent();
    if (parent != null && !there.contains(parent)) {
      onlyParent = places.get(parent);
      if (onlyParent == null) {
        missing.add(parent);
      }
    }
    if (!missing.isEmpty()) {
      throw new ImportRefused(
          "column-missing",
          "the file has no attribute %s; it has %s"
              .formatted(String.join(", ", missing), String.join(", ", there)));
    }
    columnsChecked = true;
  }
}
