package org.gridward.incident.place;

import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.CellLocator;
import org.gridward.incident.Place;
import org.gridward.incident.PlaceGuesses;
import org.gridward.incident.Placement;
import org.gridward.incident.PointNames;
import org.gridward.incident.ReportRejected;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the cell of a place: by its point, else by its cell's code; words alone wait for an
 * operator, of the area that they name where they do. From memory, but for words alone and for the
 * name of a point.
 */
@Component
public class PlaceResolver {

  private static final Logger LOG = LoggerFactory.getLogger(PlaceResolver.class);
  private static final int MAX_TEXT = 500;

  private final CellLocator cells;
  private final Areas areas;
  private final ObjectProvider<PlaceGuesses> guesses;
  private final ObjectProvider<PointNames> names;

  PlaceResolver(
      CellLocator cells,
      Areas areas,
      ObjectProvider<PlaceGuesses> guesses,
      ObjectProvider<PointNames> names) {
    this.cells = cells;
    this.areas = areas;
    this.guesses = guesses;
    this.names = names;
  }

  /**
   * The place with its cell.
   *
   * @throws ReportRejected when it says nothing, or what it says cannot be
   */
  public ResolvedPlace resolve(Place place) {
    String text = Texts.clean("place.text", place.text(), MAX_TEXT);
    if (place.lon() != null || place.lat() != null) {
      return atPoint(coordinate("lon", place.lon(), 180), coordinate("lat", place.lat(), 90), text);
    }
    if (place.cellCode() != null && !place.cellCode().isBlank()) {
      return inCell(place.cellCode().strip(), text);
    }
    if (text == null) {
      throw ReportRejected.withoutPlace();
    }
    return new ResolvedPlace(Placement.NEEDS_LOCATING, null, null, null, guess(text), text, null);
  }

  /** The same place; a point that came without words has its address, where one is near. */
  public ResolvedPlace named(ResolvedPlace place) {
    PointNames source = names.getIfAvailable();
    Double lon = place.lon();
    Double lat = place.lat();
    if (source == null || lon == null || lat == null || place.text() != null) {
      return place;
    }
    try {
      return source.findAddress(lon, lat).map(place::at).orElse(place);
    } catch (RuntimeException e) {
      LOG.warn("The address of a point could not be told: {}", e.toString());
      return place;
    }
  }

  /** Whose operators are to find out; a failure to tell must not cost the report. */
  private AreaPath guess(String text) {
    PlaceGuesses source = guesses.getIfAvailable();
    try {
      return source == null ? AreaPath.ROOT : source.findArea(text).orElse(AreaPath.ROOT);
    } catch (RuntimeException e) {
      LOG.warn("The area of a place in words could not be told: {}", e.toString());
      return AreaPath.ROOT;
    }
  }

  private static double coordinate(String field, @Nullable Double value, int limit) {
    if (value == null) {
      throw ReportRejected.halfAPoint(field);
    }
    if (!(Math.abs(value) <= limit)) {
      throw ReportRejected.coordinateOutOfRange("place." + field, value, limit);
    }
    return value;
  }

  private ResolvedPlace atPoint(double lon, double lat, @Nullable String text) {
    Optional<Area> cell = cells.locate(lon, lat);
    return cell.map(c -> inCell(c, lon, lat, text))
        .orElseGet(
            () -> new ResolvedPlace(Placement.OUTSIDE, lon, lat, null, AreaPath.ROOT, text, null));
  }

  private ResolvedPlace inCell(String code, @Nullable String text) {
    return areas
        .findByCode(code)
        .filter(Area::cell)
        .map(cell -> inCell(cell, null, null, text))
        .orElseThrow(() -> ReportRejected.noSuchCell(code));
  }

  private static ResolvedPlace inCell(
      Area cell, @Nullable Double lon, @Nullable Double lat, @Nullable String text) {
    return new ResolvedPlace(Placement.IN_CELL, lon, lat, cell.id(), cell.path(), text, null);
  }
}
