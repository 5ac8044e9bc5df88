package org.gridward.gazetteer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.gridward.gazetteer.Gazetteer;
import org.gridward.gazetteer.NearbyPlace;
import org.gridward.gazetteer.Place;
import org.gridward.gazetteer.PlaceCounts;
import org.gridward.gis.places.PlaceKind;
import org.gridward.gis.places.PlaceSearch;
import org.gridward.grid.Area;
import org.gridward.grid.CellLocator;
import org.gridward.identity.Caller;
import org.gridward.shared.web.UseLimit;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search as typed, and the nearest; open to all, counted for those who are not signed in. */
@RestController
class PlaceController {

  private final Gazetteer gazetteer;
  private final CellLocator cells;
  private final UseLimit limit;

  PlaceController(
      Gazetteer gazetteer,
      CellLocator cells,
      @Value("${gridward.public-limits.places:600}") int uses) {
    this.gazetteer = gazetteer;
    this.cells = cells;
    this.limit = new UseLimit(uses);
  }

  /** The cell a place lies in now. */
  record CellView(long id, String code, Map<String, String> names) {
    static CellView of(Area cell) {
      return new CellView(cell.id(), cell.code(), cell.names());
    }
  }

  /**
   * A place.
   *
   * @param names what to call it: {@code 12 Canal Street}
   * @param metres from where the person looks; null where that was not said
   * @param cell null outside every cell, and for those who may not see it
   */
  record PlaceView(
      long id,
      PlaceKind kind,
      Map<String, String> names,
      @Nullable String detail,
      double lon,
      double lat,
      @Nullable Double metres,
      @Nullable CellView cell) {}

  record Found(List<PlaceView> items) {}

  /**
   * What a point is called by.
   *
   * @param place null where nothing is near
   * @param near the point is not at the place, only near it
   */
  record Nearest(@Nullable PlaceView place, boolean near) {}

  @GetMapping("/api/places")
  Found search(
      @Nullable Caller caller,
      HttpServletRequest request,
      @RequestParam String q,
      @RequestParam(required = false) @Nullable String bbox,
      @RequestParam(required = false) @Nullable String near,
      @RequestParam(defaultValue = "8") int limit) {
    count(caller, request);
    Envelope view = bbox == null ? null : PlaceQuestions.box(bbox);
    PlaceSearch search =
        new PlaceSearch(
            PlaceQuestions.text(q),
            view,
            near != null
                ? PlaceQuestions.point(near)
                : view == null ? null : PlaceQuestions.middle(view),
            PlaceQuestions.limit(limit));
    return new Found(gazetteer.search(search).stream().map(place -> view(place, caller)).toList());
  }

  @GetMapping("/api/places/nearest")
  Nearest nearest(
      @Nullable Caller caller,
      HttpServletRequest request,
      @RequestParam double lon,
      @RequestParam double lat) {
    count(caller, request);
    return gazetteer
        .findNearest(PlaceQuestions.point(lon, lat))
        .map(found -> nearest(found, caller))
        .orElseGet(() -> new Nearest(null, false));
  }

  /** How many places of each kind are known; all 0 where nobody has imported any. */
  @GetMapping("/api/places/summary")
  PlaceCounts summary() {
    return gazetteer.count();
  }

  private void count(@Nullable Caller caller, HttpServletRequest request) {
    if (caller == null) {
      limit.count(request.getRemoteAddr());
    }
  }

  private Nearest nearest(NearbyPlace found, @Nullable Caller caller) {
    return new Nearest(view(found.place(), caller), found.near());
  }

  private PlaceView view(Place place, @Nullable Caller caller) {
    Double metres = place.metres();
    return new PlaceView(
        place.id(),
        place.kind(),
        place.labels(),
        place.detail(),
        place.lon(),
        place.lat(),
        metres == null ? null : (Double) (Math.round(metres * 10) / 10.0),
        caller == null
            ? null
            : cells
                .locate(place.lon(), place.lat())
                .filter(cell -> caller.sees(cell.path()))
                .map(CellView::of)
                .orElse(null));
  }
}
