package org.gridward.facility.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.facility.Facilities;
import org.gridward.facility.FacilityKind;
import org.gridward.facility.NearFacility;
import org.gridward.facility.NearQuery;
import org.gridward.facility.NearestFacilities;
import org.gridward.facility.OpenHours;
import org.gridward.gis.streets.Travel;
import org.gridward.identity.Caller;
import org.gridward.identity.NotSignedIn;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentUnknown;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.shared.Problem;
import org.gridward.shared.web.UseLimit;
import org.gridward.streets.Streets;
import org.gridward.streets.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The nearest facilities of a kind, from a point or from an incident; open to all, counted for
 * those who are not signed in.
 */
@RestController
class NearestController {

  private final NearestFacilities nearest;
  private final Facilities facilities;
  private final Incidents incidents;
  private final OpenHours hours;
  private final Streets streets;
  private final UseLimit uses;

  NearestController(
      NearestFacilities nearest,
      Facilities facilities,
      Incidents incidents,
      OpenHours hours,
      Streets streets,
      @Value("${gridward.public-limits.nearest:300}") int uses) {
    this.nearest = nearest;
    this.facilities = facilities;
    this.incidents = incidents;
    this.hours = hours;
    this.streets = streets;
    this.uses = new UseLimit(uses);
  }

  /**
   * A facility and its distance.
   *
   * @param distance how it was measured: {@code street} or {@code straight-line}
   * @param seconds the way takes; null for a straight line
   */
  record Near(double metres, String distance, @Nullable Long seconds, FacilityView facility) {}

  /**
   * The answer.
   *
   * @param distance how they were measured: {@code street}, {@code straight-line} or {@code mixed}
   * @param attribution what must be said of the streets; null where none was followed
   */
  record Answer(
      String distance, double lon, double lat, List<Near> items, @Nullable String attribution) {}

  @GetMapping("/api/facilities/nearest")
  Answer nearest(
      @Nullable Caller caller,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") List<String> kind,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable UUID incident,
      @RequestParam(defaultValue = "foot") String by,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "5") int limit) {
    if (caller == null) {
      uses.count(request.getRemoteAddr());
    }
    if (incident != null) {
      CompactIncident place = placeOf(incident, caller);
      return answer(kind, place.lon(), place.lat(), travel(by), open, limit);
    }
    return answer(kind, lon, lat, travel(by), open, limit);
  }

  private static Travel travel(String by) {
    return switch (by) {
      case "foot" -> Travel.ON_FOOT;
      case "car" -> Travel.BY_CAR;
      default ->
          throw new Problem.Rejected(
              "travel-unknown",
              "by ('%s') must be foot or car".formatted(by),
              Map.of("field", "by"));
    };
  }

  private Answer answer(
      List<String> kinds,
      @Nullable Double lon,
      @Nullable Double lat,
      Travel by,
      boolean open,
      int limit) {
    if (lon == null || lat == null) {
      throw new Problem.Rejected(
          "place-missing",
          "there is no place to measure from: give lon and lat, or an incident that has them",
          Map.of());
    }
    List<NearFacility> found =
        nearest.list(
            new NearQuery(kinds.isEmpty() ? allKinds() : kinds, lon, lat, by, open, limit));
    List<String> measured =
        found.stream().map(near -> near.way().distance().word()).distinct().toList();
    boolean followed = measured.contains(Way.Measured.STREET.word());
    return new Answer(
        measured.size() > 1 ? "mixed" : followed ? "street" : "straight-line",
        lon,
        lat,
        found.stream().map(this::view).toList(),
        followed ? streets.find().map(Streets.Edition::attribution).orElse(null) : null);
  }

  private List<String> allKinds() {
    return facilities.listKinds().stream().map(FacilityKind::code).toList();
  }

  private Near view(NearFacility near) {
    Double seconds = near.way().seconds();
    return new Near(
        Math.round(near.metres() * 10) / 10.0,
        near.way().distance().word(),
        seconds == null ? null : Math.round(seconds),
        FacilityView.of(near.facility(), hours));
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
