package org.gridward.facility.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureFault;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport.Tally;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Walks the rows or features of a file of any format we read, one by one. */
final class FacilityFile {

  private final Path file;
  private final ReadOptions reading;
  private final FacilityColumns columns;
  private final Tally tally;

  FacilityFile(Path file, ReadOptions reading, FacilityColumns columns, Tally tally) {
    this.file = file;
    this.reading = reading.orWithoutPlace();
    this.columns = columns;
    this.tally = tally;
  }

  /**
   * Hands over every readable record in the file's order; the others are in the tally.
   *
   * @throws Problem where the file as a whole cannot be read
   */
  void forEach(Consumer<FacilityRecord> reader) {
    try {
      walkFeatures(reader);
    } catch (UnreadableFile e) {
      throw refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private void walkFeatures(Consumer<FacilityRecord> reader) {
    try (FeatureSource source = Features.open(file, reading)) {
      boolean checked = false;
      while (source.hasNext()) {
        switch (source.next()) {
          case FeatureFault fault -> tally.fault(fault.number(), fault.code(), fault.message());
          case Feature feature -> {
            if (!checked) {
              check(feature.attributes().keySet());
              checked = true;
            }
            take(feature, source, reader);
          }
        }
      }
    }
  }

  private void take(Feature feature, FeatureSource source, Consumer<FacilityRecord> reader) {
    Geometry shape = feature.geometry();
    Point place = null;
    try {
      if (shape != null && !shape.isEmpty()) {
        Geometry inDegrees = source.crs().toWgs84(shape);
        place = inDegrees instanceof Point point ? point : inDegrees.getInteriorPoint();
      }
      Crs columnsCrs = reading.crs() == null ? Crs.WGS84 : source.crs();
      reader.accept(new FacilityRecord(feature.number(), feature::text, place, columnsCrs));
    } catch (UnknownCrs e) {
      tally.fault(feature.number(), "outside-crs", String.valueOf(e.getMessage()));
    }
  }

  private void check(Set<String> there) {
    List<String> missing = columns.missing(there);
    if (!missing.isEmpty()) {
      throw refused(
          "column-missing",
          "the file has no column %s; it has %s"
              .formatted(String.join(", ", missing), String.join(", ", there)));
    }
  }

  private static Problem refused(String code, String sentence) {
    return new Problem.Rejected(code, sentence, Map.of());
  }
}
