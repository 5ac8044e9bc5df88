package org.gridward.facility.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridward.facility.Facilities;
import org.gridward.facility.Facility;
import org.gridward.facility.FacilityQuery;
import org.gridward.facility.OpenHours;
import org.gridward.facility.hours.OpenState;
import org.gridward.grid.Areas;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

/** All facilities of an area in columns, for a map. */
@RestController
class FacilityMapController {

  private static final int EVERYTHING = Integer.MAX_VALUE;
  private static final int KEPT_LISTS = 16;

  private final Facilities facilities;
  private final OpenHours hours;
  private final Areas areas;
  private final JsonMapper json;
  private final Cache<String, Listed> lists = Caffeine.newBuilder().maximumSize(KEPT_LISTS).build();

  FacilityMapController(Facilities facilities, OpenHours hours, Areas areas, JsonMapper json) {
    this.facilities = facilities;
    this.hours = hours;
    this.areas = areas;
    this.json = json;
  }

  /** What stands in the table for an area at one state of it. */
  private record Listed(Columns columns, List<String> hours) {}

  /**
   * Facilities, the same place in each list.
   *
   * @param hours which of the answer's hours; -1: not known
   */
  record Columns(
      List<Long> id,
      List<String> kind,
      List<Map<String, String>> names,
      List<Double> lon,
      List<Double> lat,
      List<Integer> hours) {
    Columns() {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  record HoursNow(OpenState open, @Nullable Instant changesAt) {}

  /**
   * The answer.
   *
   * @param hours the different opening hours, each with its state now
   */
  record FacilityMap(Columns columns, List<HoursNow> hours) {}

  @GetMapping("/api/facilities/map")
  @Nullable ResponseEntity<byte[]> map(
      @RequestParam(defaultValue = "0") long area, WebRequest request) {
    AreaPath path = area == 0 ? AreaPath.ROOT : areas.get(area).path();
    String state = facilities.state() + "-" + path.value();
    Listed listed = lists.get(state, _ -> read(path));
    List<HoursNow> now = listed.hours().stream().map(this::now).toList();
    // Weak: Tomcat does not compress what has a strong tag.
    String tag = "W/\"%s-%08x\"".formatted(state, now.hashCode());
    if (request.checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsBytes(new FacilityMap(listed.columns(), now)));
  }

  private HoursNow now(String text) {
    OpenHours.Now now = hours.now(text);
    return new HoursNow(now.state(), now.changesAt());
  }

  private Listed read(AreaPath area) {
    Columns columns = new Columns();
    Map<String, Integer> different = new LinkedHashMap<>();
    for (Facility facility : facilities.list(new FacilityQuery(area, null, null, 0, EVERYTHING))) {
      String text = facility.facts().hours();
      columns.id().add(facility.id());
      columns.kind().add(facility.facts().kind());
      columns.names().add(facility.facts().names());
      columns.lon().add(facility.facts().lon());
      columns.lat().add(facility.facts().lat());
      columns
          .hours()
          .add(text == null ? -1 : different.computeIfAbsent(text, _ -> different.size()));
    }
    return new Listed(columns, List.copyOf(different.keySet()));
  }
}
