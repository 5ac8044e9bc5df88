package org.gridward.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentQuery;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.Placement;
import org.gridward.incident.contact.Reporters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows incidents to those who may see them. */
@RestController
@RequestMapping("/api/incidents")
class IncidentController {

  /** A page of a list; {@code next} is null on the last. */
  record Items<T>(List<T> items, @Nullable String next) {}

  record ReporterView(
      UUID reportId, Instant receivedAt, @Nullable String name, @Nullable String phone) {}

  private final Incidents incidents;
  private final IncidentViews views;
  private final Sight sight;
  private final Reporters reporters;
  private final Stories stories;

  IncidentController(
      Incidents incidents, IncidentViews views, Sight sight, Reporters reporters, Stories stories) {
    this.incidents = incidents;
    this.views = views;
    this.sight = sight;
    this.reporters = reporters;
    this.stories = stories;
  }

  @GetMapping
  Items<IncidentItem> list(
      Caller caller,
      @RequestParam(required = false) @Nullable Long area,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(required = false) @Nullable Placement placement,
      @RequestParam(defaultValue = "false") boolean late,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    IncidentPage page =
        incidents.list(
            new IncidentQuery(
                sight.scopes(area, caller),
                ListRequest.stages(stage),
                placement,
                late,
                after,
                ListRequest.limit(limit)));
    return new Items<>(views.items(page.items()), page.next());
  }

  @GetMapping("/{id}")
  IncidentDetail get(@PathVariable UUID id, Caller caller) {
    return views.detail(sight.get(id, caller), caller);
  }

  @GetMapping("/{id}/story")
  Items<Stories.Line> story(@PathVariable UUID id, Caller caller) {
    return new Items<>(stories.of(sight.get(id, caller)), null);
  }

  @GetMapping("/{id}/reporter")
  Items<ReporterView> reporter(@PathVariable UUID id, Caller caller) {
    IncidentView incident = sight.get(id, caller);
    caller.require(Role.OPERATOR, incident.areaPath());
    List<ReporterView> items =
        reporters.read(incident.compact(), caller.actor()).stream()
            .map(
                r ->
                    new ReporterView(
                        r.reportId(), r.receivedAt(), r.contact().name(), r.contact().phone()))
            .toList();
    return new Items<>(items, null);
  }
}
