package org.gridward.facility.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.facility.FacilityFacts;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Turns the records of one file into facts, and says what is wrong with the rest. */
final class SheetReader {

  private final FacilityImport.Options options;
  private final Set<String> kinds;
  private final Tally tally;
  private final Map<String, Long> seen = new HashMap<>();
  private final GeometryFactory points = new GeometryFactory();
  private final WKTReader wkt = new WKTReader();

  SheetReader(FacilityImport.Options options, Set<String> kinds, Tally tally) {
    this.options = options;
    this.kinds = kinds;
    this.tally = tally;
  }

  /** The facts; empty when the record has a fault, which the tally then knows. */
  Optional<FacilityFacts> read(FacilityRecord row) {
    try {
      FacilityFacts facts = facts(row);
      Long first = seen.putIfAbsent(facts.code(), row.number());
      if (first != null) {
        throw fault(
            "code-duplicate", "row %d has the code '%s' already".formatted(first, facts.code()));
      }
      return Optional.of(facts);
    } catch (Problem problem) {
      tally.fault(row.number(), problem.code(), String.valueOf(problem.getMessage()));
      return Optional.empty();
    }
  }

  private FacilityFacts facts(FacilityRecord row) {
    String code = text(row, "code");
    if (code == null) {
      throw fault("code-missing", "the column of the code is empty");
    }
    Point place = place(row);
    return new FacilityFacts(
        options.codePrefix() + code,
        kind(row),
        names(row, code),
        place.getX(),
        place.getY(),
        text(row, "address"),
        text(row, "hours"),
        capacity(row),
        text(row, "phone"),
        text(row, "website"),
        text(row, "services"));
  }

  private @Nullable String text(FacilityRecord row, String meaning) {
    return options.columns().text(meaning, row.text());
  }

  private String kind(FacilityRecord row) {
    String told = options.kind() == null ? text(row, "kind") : options.kind();
    if (told == null) {
      throw fault("kind-missing", "the column of the kind is empty");
    }
    String kind = options.kindMap().getOrDefault(told, told);
    if (!kinds.contains(kind)) {
      throw fault(
          "facility-kind-unknown",
          "there is no kind of facility '%s'; --kind-map '%s=…' can say what it is"
              .formatted(kind, told));
    }
    return kind;
  }

  private Map<String, String> names(FacilityRecord row, String code) {
    Map<String, String> names = new LinkedHashMap<>();
    String chinese = text(row, "name_zh");
    String name = text(row, "name");
    names.put("en", name != null ? name : chinese != null ? chinese : code);
    if (chinese != null) {
      names.put("zh", chinese);
    }
    return names;
  }

  private @Nullable Integer capacity(FacilityRecord row) {
    String text = text(row, "capacity");
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text.replace(",", ""));
    } catch (NumberFormatException _) {
      throw fault("capacity-malformed", "capacity '%s' is no whole number".formatted(text));
    }
  }

  /** In EPSG:4326. */
  private Point place(FacilityRecord row) {
    Point point = inColumns(row).map(given -> (Point) row.columns().toWgs84(given)).orElse(null);
    if (point == null) {
      point = row.place();
    }
    if (point == null || point.isEmpty()) {
      throw fault("place-missing", "the row says no place");
    }
    return point;
  }

  private Optional<Point> inColumns(FacilityRecord row) {
    String lon = text(row, "lon");
    String lat = text(row, "lat");
    if (lon != null && lat != null) {
      return Optional.of(
          points.createPoint(new Coordinate(number("lon", lon), number("lat", lat))));
    }
    return Optional.ofNullable(text(row, "wkt")).map(this::point);
  }

  private Point point(String text) {
    try {
      Geometry shape = wkt.read(text);
      return shape instanceof Point point ? point : shape.getInteriorPoint();
    } catch (ParseException | IllegalArgumentException _) {
      throw fault(
          "place-malformed",
          "'%s' is no geometry in WKT"
              .formatted(text.length() > 60 ? text.substring(0, 60) : text));
    }
  }

  private static double number(String field, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw fault("place-malformed", "%s '%s' is no number".formatted(field, text));
    }
  }

  private static Problem fault(String code, String message) {
    return new Problem.Rejected(code, message, Map.of());
  }
}
