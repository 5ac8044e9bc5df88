package org.gridward.facility.web;

import java.util.List;
import java.util.Map;
import org.gridward.facility.Facilities;
import org.gridward.facility.Facility;
import org.gridward.facility.FacilityFacts;
import org.gridward.facility.FacilityQuery;
import org.gridward.facility.OpenHours;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Facilities to read for everybody, to change for those who run the area. */
@RestController
class FacilityController {

  private static final Role[] EDITORS = {Role.OPERATOR, Role.ADMINISTRATOR};
  private static final int MOST = 500;

  private final Facilities facilities;
  private final OpenHours hours;
  private final Areas areas;

  FacilityController(Facilities facilities, OpenHours hours, Areas areas) {
    this.facilities = facilities;
    this.hours = hours;
    this.areas = areas;
  }

  /**
   * A list; {@code next} goes on in the next call's {@code after}, null at the end.
   *
   * @param <T> of what
   */
  record Page<T>(List<T> items, @Nullable Long next) {}

  @GetMapping("/api/facilities")
  Page<FacilityView> list(
      @RequestParam(defaultValue = "0") long area,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String bbox,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Envelope box = bbox == null ? null : box(bbox);
    List<Facility> found =
        facilities.list(new FacilityQuery(path(area), kind, box, after, most + 1));
    boolean more = found.size() > most;
    List<Facility> page = more ? found.subList(0, most) : found;
    return new Page<>(page.stream().map(this::view).toList(), more ? page.getLast().id() : null);
  }

  private AreaPath path(long areaId) {
    return areaId == 0 ? AreaPath.ROOT : areas.get(areaId).path();
  }

  private static Envelope box(String text) {
    String[] sides = text.split(",", -1);
    try {
      double west = Double.parseDouble(sides[0]);
      double south = Double.parseDouble(sides[1]);
      double east = Double.parseDouble(sides[2]);
      double north = Double.parseDouble(sides[3]);
      if (sides.length == 4
          && Math.abs(west) <= 180
          && Math.abs(east) <= 180
          && Math.abs(south) <= 90
          && Math.abs(north) <= 90
          && west <= east
          && south <= north) {
        return new Envelope(west, east, south, north);
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
      // told below
    }
    throw new Problem.Rejected(
        "bbox-malformed",
        "bbox must be west,south,east,north in degrees, such as -74.1,40.6,-73.9,40.8",
        Map.of("field", "bbox"));
  }

  @GetMapping("/api/facilities/{id}")
  FacilityView get(@PathVariable long id) {
    return view(facilities.get(id));
  }

  @PostMapping("/api/facilities")
  @ResponseStatus(HttpStatus.CREATED)
  FacilityView create(Caller caller, @RequestBody FacilityBody body) {
    FacilityFacts facts = body.facts();
    caller.require(facilities.areaOf(facts), EDITORS);
    return view(facilities.create(facts, caller.actor()));
  }

  @PutMapping("/api/facilities/{id}")
  FacilityView update(Caller caller, @PathVariable long id, @RequestBody FacilityBody body) {
    caller.require(facilities.get(id).areaPath(), EDITORS);
    FacilityFacts facts = body.facts();
    caller.require(facilities.areaOf(facts), EDITORS);
    return view(facilities.update(id, body.decidedOn(), facts, caller.actor()));
  }

  @DeleteMapping("/api/facilities/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller, @PathVariable long id, @RequestParam int version) {
    caller.require(facilities.get(id).areaPath(), EDITORS);
    facilities.remove(id, version, caller.actor());
  }

  private FacilityView view(Facility facility) {
    return FacilityView.of(facility, hours);
  }
}
