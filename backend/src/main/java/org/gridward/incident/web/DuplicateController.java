package org.gridward.incident.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.incident.Command;
import org.gridward.incident.Duplicates;
import org.gridward.incident.Duplicates.Order;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Place;
import org.gridward.incident.ReportRejected;
import org.gridward.incident.duplicate.LikelyDuplicates;
import org.gridward.incident.duplicate.Telling;
import org.gridward.incident.place.PlaceResolver;
import org.gridward.incident.place.ResolvedPlace;
import org.gridward.incident.place.Texts;
import org.gridward.incident.web.DuplicateViews.LikelyList;
import org.gridward.incident.web.DuplicateViews.MergedList;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What may be one and the same, merging and taking apart: docs/api/duplicates.md. */
@RestController
class DuplicateController {

  private static final int MOST = 10;
  private static final int MAX_CODE = 200;
  private static final int MAX_DESCRIPTION = 4000;

  private final LikelyDuplicates likely;
  private final Duplicates duplicates;
  private final DuplicateViews show;
  private final IncidentViews views;
  private final Sight sight;
  private final PlaceResolver places;
  private final Clock clock;

  DuplicateController(
      LikelyDuplicates likely,
      Duplicates duplicates,
      DuplicateViews show,
      IncidentViews views,
      Sight sight,
      PlaceResolver places,
      Clock clock) {
    this.likely = likely;
    this.duplicates = duplicates;
    this.show = show;
    this.views = views;
    this.sight = sight;
    this.places = places;
    this.clock = clock;
  }

  /** What has been typed so far; all of it may be missing. */
  record TypedRequest(
      @Nullable String category, @Nullable Place place, @Nullable String description) {}

  @PostMapping("/api/incidents/duplicate-candidates")
  LikelyList likeTyped(@RequestBody TypedRequest body, Caller caller) {
    List<AreaPath> areas = operatorAreas(caller);
    Place place = body.place();
    ResolvedPlace found = place == null || isEmpty(place) ? null : places.resolve(place);
    Telling telling =
        new Telling(
            Texts.clean("category", body.category(), MAX_CODE),
            found == null ? null : found.lon(),
            found == null ? null : found.lat(),
            found == null ? null : found.cellId(),
            found == null ? null : found.text(),
            Texts.clean("description", body.description(), MAX_DESCRIPTION),
            clock.instant());
    return show.likely(likely.find(telling, areas, MOST));
  }

  /** Nothing has been typed of it yet. */
  private static boolean isEmpty(Place place) {
    return place.lon() == null
        && place.lat() == null
        && isBlank(place.cellCode())
        && isBlank(place.text());
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static List<AreaPath> operatorAreas(Caller caller) {
    List<AreaPath> areas = caller.scopes(Role.OPERATOR);
    if (areas.isEmpty()) {
      throw new NotAllowed(AreaPath.ROOT, Role.OPERATOR);
    }
    return areas;
  }

  @GetMapping("/api/incidents/{id}/duplicate-candidates")
  LikelyList likeThis(@PathVariable UUID id, Caller caller) {
    IncidentView incident = forOperator(id, caller);
    return show.likely(likely.find(incident, operatorAreas(caller), MOST));
  }

  /** Those that were merged into it. */
  @GetMapping("/api/incidents/{id}/duplicates")
  MergedList list(@PathVariable UUID id, Caller caller) {
    return show.merged(duplicates.list(sight.get(id, caller).id()));
  }

  record MergeRequest(@Nullable UUID into, @Nullable Integer version, @Nullable String reason) {}

  @PostMapping("/api/incidents/{id}/merge")
  IncidentDetail merge(@PathVariable UUID id, @RequestBody MergeRequest body, Caller caller) {
    forOperator(id, caller);
    UUID into = body.into();
    if (into == null) {
      throw ReportRejected.missing("into", "give the id of the incident that remains");
    }
    forOperator(into, caller);
    Order order = order(body.version(), body.reason(), caller);
    return views.detail(Attempts.of(() -> duplicates.merge(id, into, order)), caller);
  }

  record UnmergeRequest(@Nullable Integer version, @Nullable String reason) {}

  @PostMapping("/api/incidents/{id}/unmerge")
  IncidentDetail unmerge(@PathVariable UUID id, @RequestBody UnmergeRequest body, Caller caller) {
    forOperator(id, caller);
    Order order = order(body.version(), body.reason(), caller);
    return views.detail(Attempts.of(() -> duplicates.unmerge(id, order)), caller);
  }

  private IncidentView forOperator(UUID id, Caller caller) {
    IncidentView incident = sight.get(id, caller);
    Permissions.require(caller, Command.MERGE, incident);
    return incident;
  }

  private static Order order(@Nullable Integer version, @Nullable String reason, Caller caller) {
    if (version == null) {
      throw ReportRejected.missing("version", "send the version that you decided on");
    }
    return new Order(version, reason, caller.actor());
  }
}
