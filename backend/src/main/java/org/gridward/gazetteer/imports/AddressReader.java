package org.gridward.gazetteer.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.PlaceKind;
import org.gridward.gis.places.PlaceText;
import org.gridward.gis.places.TypedAddress;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Turns the rows of a file into addresses, and says what is wrong with the rest. */
final class AddressReader {

  private static final int LONGEST_STREET = 300;
  private static final int LONGEST_NUMBER = 30;

  private final AddressColumns columns;
  private final Crs crs;
  private final Tally tally;
  private final Map<String, Long> seen = new HashMap<>();

  AddressReader(AddressColumns columns, Crs crs, Tally tally) {
    this.columns = columns;
    this.crs = crs;
    this.tally = tally;
  }

  /** The address; empty when the row has a fault, which the tally then knows. */
  Optional<FoundPlace> read(Feature row) {
    try {
      FoundPlace address = address(row);
      Long first = seen.putIfAbsent(address.code(), row.number());
      if (first != null) {
        throw fault(
            "code-duplicate",
            "row %d is '%s' already; code=COL can tell them apart"
                .formatted(first, address.code()));
      }
      return Optional.of(address);
    } catch (Problem problem) {
      tally.fault(row.number(), problem.code(), String.valueOf(problem.getMessage()));
    } catch (UnknownCrs e) {
      tally.fault(row.number(), "outside-crs", String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private FoundPlace address(Feature row) {
    String number = line(columns.text("number", row), "number", LONGEST_NUMBER);
    String street = line(columns.text("street", row), "street", LONGEST_STREET);
    String chinese = columns.text("street_zh", row);
    Map<String, String> names = new HashMap<>(Map.of("en", street));
    if (chinese != null) {
      names.put("zh", line(chinese, "street_zh", LONGEST_STREET));
    } else if (!PlaceText.ofName(street).han().isEmpty()) {
      names.put("zh", street);
    }
    Point point = point(row);
    return new FoundPlace(
        code(row, number, street),
        PlaceKind.ADDRESS,
        names,
        number,
        null,
        point.getX(),
        point.getY(),
        List.of());
  }

  private String code(Feature row, String number, String street) {
    if (!columns.has("code")) {
      return TypedAddress.number(number) + " " + PlaceText.ofName(street).key();
    }
    return line(columns.text("code", row), "code", LONGEST_STREET);
  }

  private static String line(@Nullable String text, String meaning, int longest) {
    if (text == null || PlaceText.ofName(text).isEmpty()) {
      throw fault(meaning + "-missing", "the column of the " + meaning + " is empty");
    }
    if (text.length() > longest || text.indexOf('\0') >= 0) {
      throw fault(
          meaning + "-malformed",
          "the %s must be a line of at most %d characters".formatted(meaning, longest));
    }
    return text;
  }

  private Point point(Feature row) {
    Geometry shape = row.geometry();
    if (shape == null || shape.isEmpty()) {
      throw fault("place-missing", "the row says no place");
    }
    Geometry inDegrees = crs.toWgs84(shape);
    Point point = inDegrees instanceof Point given ? given : inDegrees.getInteriorPoint();
    if (!(Math.abs(point.getX()) <= 180 && Math.abs(point.getY()) <= 90)) {
      throw fault(
          "place-malformed",
          "lon %s, lat %s is no place on the globe; say the file's --crs"
              .formatted(point.getX(), point.getY()));
    }
    return point;
  }

  private static Problem fault(String code, String message) {
    return new Problem.Rejected(code, message, Map.of());
  }
}
