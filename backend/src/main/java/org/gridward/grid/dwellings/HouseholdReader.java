package org.gridward.grid.dwellings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.gridward.gis.crs.Crs;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.formats.Feature;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport.Tally;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Turns the rows of a file into homes, and says what is wrong with the rest. */
final class HouseholdReader {

  private static final int MOST = 10_000_000;

  private final HouseholdColumns columns;
  private final Areas areas;
  private final LongFunction<Optional<Geometry>> grounds;
  private final Tally tally;
  private final Map<String, Home> homes = new LinkedHashMap<>();

  /**
   * @param grounds of areas by id, EPSG:4326; empty where one has none
   */
  HouseholdReader(
      HouseholdColumns columns,
      Areas areas,
      LongFunction<Optional<Geometry>> grounds,
      Tally tally) {
    this.columns = columns;
    this.areas = areas;
    this.grounds = grounds;
    this.tally = tally;
  }

  /** All that was read, by code: a point's is where it lies, a cell's its own. */
  Map<String, Home> homes() {
    return homes;
  }

  /**
   * @param crs of the row's geometry
   */
  void read(Feature row, Crs crs) {
    try {
      int households = count(row, "households");
      int people = count(row, "people");
      Geometry shape = row.geometry();
      if (shape == null || shape.isEmpty()) {
        inCell(row, households, people);
      } else {
        atPoint(crs.toWgs84(shape), households, people);
      }
    } catch (Problem problem) {
      tally.fault(row.number(), problem.code(), String.valueOf(problem.getMessage()));
    } catch (UnknownCrs e) {
      tally.fault(row.number(), "outside-crs", String.valueOf(e.getMessage()));
    }
  }

  private void atPoint(Geometry shape, int households, int people) {
    Point point = shape instanceof Point given ? given : shape.getInteriorPoint();
    if (!(Math.abs(point.getX()) <= 180 && Math.abs(point.getY()) <= 90)) {
      throw fault(
          "place-malformed",
          "lon %s, lat %s is no place on the globe; say the file's --crs"
              .formatted(point.getX(), point.getY()));
    }
    homes.merge(
        "%s %s".formatted(point.getX(), point.getY()),
        Home.at(point.getX(), point.getY(), households, people),
        Home::plus);
  }

  private void inCell(Feature row, int households, int people) {
    String code = columns.text("cell", row);
    if (code == null) {
      throw fault("place-missing", "the row says neither a point nor the code of a cell");
    }
    Area cell =
        areas
            .findByCode(code)
            .orElseThrow(() -> fault("unknown-cell", "there is no cell '%s'".formatted(code)));
    if (!cell.cell()) {
      throw fault(
          "not-a-cell", "area '%s' is a %s, not a cell".formatted(cell.code(), cell.type()));
    }
    Geometry ground =
        grounds
            .apply(cell.id())
            .orElseThrow(() -> fault("no-boundary", "cell '%s' has no boundary".formatted(code)));
    if (homes.putIfAbsent(code, Home.in(ground, households, people)) != null) {
      throw fault("cell-duplicate", "cell '%s' is counted in a row before".formatted(code));
    }
  }

  private int count(Feature row, String meaning) {
    String text = columns.text(meaning, row);
    if (text == null) {
      if (columns.has(meaning)) {
        throw fault(meaning + "-missing", "the column of %s is empty".formatted(meaning));
      }
      return 0;
    }
    if (!text.matches("[0-9]{1,8}") || Integer.parseInt(text) > MOST) {
      throw fault(
          meaning + "-malformed",
          "%s (%s) must be a whole number from 0 to %d"
              .formatted(meaning, text.substring(0, Math.min(40, text.length())), MOST));
    }
    return Integer.parseInt(text);
  }

  private static Problem fault(String code, String message) {
    return new Problem.Rejected(code, message, Map.of());
  }
}
