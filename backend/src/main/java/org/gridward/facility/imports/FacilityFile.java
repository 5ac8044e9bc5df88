package org.gridward.facility.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

/** Walks the rows of a CSV file, or the features of any other format we read, one by one. */
final class FacilityFile {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path file;
  private final Charset encoding;
  private final FacilityColumns columns;
  private final Tally tally;

  FacilityFile(Path file, Charset encoding, FacilityColumns columns, Tally tally) {
    this.file = file;
    this.encoding = encoding;
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
      if (isCsv()) {
        walkCsv(reader);
      } else {
        walkFeatures(reader);
      }
    } catch (CharacterCodingException _) {
      throw refused(
          "file-unreadable",
          "%s is not %s; name its encoding with --encoding".formatted(file, encoding.name()));
    } catch (IOException | CsvParseException e) {
      throw refused("file-unreadable", file + " cannot be read: " + e.getMessage());
    } catch (UnreadableFile e) {
      throw refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /** What does not begin like another format; a Shapefile begins with a zero. */
  private boolean isCsv() throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] start = in.readNBytes(64);
      String text = new String(start, StandardCharsets.ISO_8859_1);
      String begin = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
      return !begin.startsWith("{")
          && !begin.startsWith("<")
          && !text.startsWith("PK")
          && !text.startsWith("SQLite")
          && !text.startsWith("\0");
    }
  }

  private void walkCsv(Consumer<FacilityRecord> reader) throws IOException {
    var decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var text =
        new BufferedReader(
            new InputStreamReader(new BufferedInputStream(Files.newInputStream(file)), decoder))) {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      try (var csv = CsvReader.builder().ofNamedCsvRecord(text)) {
        boolean checked = false;
        for (NamedCsvRecord row : csv) {
          if (!checked) {
            check(Set.copyOf(row.getHeader()));
            checked = true;
          }
          reader.accept(
              new FacilityRecord(
                  row.getStartingLineNumber(), name -> row.findField(name).orElse(null), null));
        }
      }
    }
  }

  private void walkFeatures(Consumer<FacilityRecord> reader) {
    try (FeatureSource source = Features.open(file, ReadOptions.NONE)) {
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
      reader.accept(new FacilityRecord(feature.number(), feature::text, place));
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
