package org.gridward.facility.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.facility.NearFacility;
import org.gridward.facility.NearQuery;
import org.gridward.facility.NearestFacilities;
import org.gridward.facility.OpenHours;
import org.gridward.identity.Caller;
import org.gridward.identity.NotSignedIn;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The nearest facilities of a kind, from a point or from an incident. */
@RestController
class NearestController {

  private final NearestFacilities nearest;
  private final Incidents incidents;
  private final OpenHours hours;

  NearestController(NearestFacilities nearest, Incidents incidents, OpenHours hours) {
    this.nearest = nearest;
    this.incidents = incidents;
    this.hours = hours;
  }

  /**
   * A facility and its distance.
   *
   * @param metres in a straight line
   */
  record Near(double metres, FacilityView facility) {}

  /**
   * The answer.
   *
   * @param distance how it was measured: always {@code straight-line} for want of a street network
   */
  record Answer(String distance, double lon, double lat, List<Near> items) {}

  @GetMapping("/api/facilities/nearest")
  Answer nearest(
      @Nullable Caller caller,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable UUID incident,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "5") int limit) {
    if (incident != null) {
      CompactIncident place = placeOf(incident, caller);
      return answer(kind, place.lon(), place.lat(), open, limit);
    }
    return answer(kind, lon, lat, open, limit);
  }

  private Answer answer(
      String kind, @Nullable Double lon, @Nullable Double lat, boolean open, int limit) {
    if (lon == null || lat == null) {
      throw new Problem.Rejected(
          "place-missing",
          "there is no place to measure from: give lon and lat, or an incident that has them",
          Map.of());
    }
    List<NearFacility> found = nearest.list(new NearQuery(kind, lon, lat, open, limit));
    return new Answer("straight-line", lon, lat, found.stream().map(this::view).toList());
  }

  private Near view(NearFacility near) {
    return new Near(Math.round(near.metres() * 10) / 10.0, FacilityView.of(near.facility(), hours));
  }

  /** What the caller may not see does not exist. */
  private CompactIncident placeOf(UUID id, @Nullable Caller caller) {
    if (caller == null) {
      throw new NotSignedIn();
    }
    return incidents
        .find(id)
        .filter(incident -> caller.sees(incident.areaPath()))
        .map(IncidentView::compact)
        .orElseThrow(() -> new IncidentUnknown(id));
  }
}
