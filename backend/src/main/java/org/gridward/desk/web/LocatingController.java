package org.gridward.desk.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.desk.WordedPlaces;
import org.gridward.gazetteer.Place;
import org.gridward.gis.places.PlaceKind;
import org.gridward.grid.CellLocator;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where an incident may be, by what was told of it. */
@RestController
class LocatingController {

  private final Incidents incidents;
  private final WordedPlaces places;
  private final CellLocator cells;

  LocatingController(Incidents incidents, WordedPlaces places, CellLocator cells) {
    this.incidents = incidents;
    this.places = places;
    this.cells = cells;
  }

  record CellView(long id, String code, Map<String, String> names) {}

  /**
   * A place that the words name.
   *
   * @param names what to call it, by language
   * @param cell null outside every cell
   */
  record Suggestion(
      long id,
      PlaceKind kind,
      Map<String, String> names,
      @Nullable String detail,
      double lon,
      double lat,
      @Nullable CellView cell) {}

  record SuggestionList(List<Suggestion> items, @Nullable String next) {}

  @GetMapping("/api/incidents/{id}/place-suggestions")
  SuggestionList list(@PathVariable UUID id, Caller caller) {
    IncidentView incident = incidents.get(id);
    if (!caller.sees(incident.areaPath())) {
      throw new IncidentUnknown(id);
    }
    caller.require(Role.OPERATOR, incident.areaPath());
    String words = incident.compact().placeText();
    String told = (words == null ? "" : words + "\n") + incident.description();
    return new SuggestionList(places.list(told).stream().map(this::view).toList(), null);
  }

  private Suggestion view(Place place) {
    return new Suggestion(
        place.id(),
        place.kind(),
        place.labels(),
        place.detail(),
        place.lon(),
        place.lat(),
        cells
            .locate(place.lon(), place.lat())
            .map(cell -> new CellView(cell.id(), cell.code(), cell.names()))
            .orElse(null));
  }
}
