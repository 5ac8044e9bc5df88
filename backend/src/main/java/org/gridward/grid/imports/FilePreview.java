package org.gridward.grid.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureFault;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * What a file holds, before anything is done with it.
 *
 * @param crs of its geometries, by name
 * @param count of its features; null where the file does not say
 * @param columns the attributes of its features, in the file's order
 * @param rows the first ten, as text
 * @param facts of the columns, from the features looked at
 * @param looked how many features were looked at: the first 5,000
 * @param shapes of those looked at, coarse, EPSG:4326, to be drawn
 * @param box of those
 * @param unreadable how many of those looked at cannot be read
 */
public record FilePreview(
    String crs,
    @Nullable Long count,
    List<String> columns,
    List<Map<String, @Nullable String>> rows,
    List<ColumnFacts> facts,
    int looked,
    List<Geometry> shapes,
    Envelope box,
    int unreadable) {

  private static final int ROWS = 10;
  private static final int SHAPES = 5_000;

  /** A map as wide as the file shows a difference of a thousandth. */
  private static final double DETAIL = 1e-3;

  /**
   * Throws {@link org.gridward.gis.formats.UnreadableFile}.
   *
   * @param isArea whether there is an area with this code
   */
  static FilePreview of(Path file, ReadOptions options, Predicate<String> isArea) {
    try (FeatureSource source = Features.open(file, options)) {
      return new Reading(source, isArea).preview();
    }
  }

  private static final class Reading {
    private final FeatureSource source;
    private final Predicate<String> isArea;
    private final Map<String, ColumnFacts.Counting> columns = new LinkedHashMap<>();
    private final List<Map<String, @Nullable String>> rows = new ArrayList<>();
    private final List<Geometry> shapes = new ArrayList<>();
    private final Envelope box = new Envelope();
    private int unreadable;
    private int looked;

    Reading(FeatureSource source, Predicate<String> isArea) {
      this.source = source;
      this.isArea = isArea;
    }

    FilePreview preview() {
      for (; looked < SHAPES && source.hasNext(); looked++) {
        switch (source.next()) {
          case Feature feature -> take(feature);
          case FeatureFault _ -> unreadable++;
        }
      }
      OptionalLong count = source.count();
      return new FilePreview(
          source.crs().name(),
          count.isPresent() ? (Long) count.getAsLong() : null,
          List.copyOf(columns.keySet()),
          rows,
          columns.entrySet().stream().map(one -> one.getValue().facts(one.getKey())).toList(),
          looked,
          shapes.stream().map(shape -> coarse(shape, box)).toList(),
          box,
          unreadable);
    }

    private static Geometry coarse(Geometry shape, Envelope view) {
      double detail = DETAIL * Math.max(view.getWidth(), view.getHeight());
      return DouglasPeuckerSimplifier.simplify(shape, detail);
    }

    private void take(Feature feature) {
      for (String name : feature.attributes().keySet()) {
        columns
            .computeIfAbsent(name, _ -> new ColumnFacts.Counting(isArea))
            .take(feature.text(name));
      }
      if (rows.size() < ROWS) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        feature.attributes().keySet().forEach(name -> row.put(name, feature.text(name)));
        rows.add(row);
      }
      Geometry geometry = feature.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        place(geometry, source.crs());
      }
    }

    private void place(Geometry geometry, Crs crs) {
      try {
        Geometry degrees = crs.toWgs84(geometry);
        Envelope own = degrees.getEnvelopeInternal();
        box.expandToInclude(own);
        shapes.add(coarse(degrees, own)); // a large file's corners are too many to be held
      } catch (UnknownCrs outside) {
        unreadable++;
      }
    }
  }
}
