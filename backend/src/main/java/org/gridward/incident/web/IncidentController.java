package org.gridward.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.IncidentCounts;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.contact.Reporters;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows incidents to those who may see them. */
@RestController
@RequestMapping("/api/incidents")
class IncidentController {

  /** A page of a list; {@code next} is null on the last. */
  record Items<T>(List<T> items, @Nullable String next) {}

  /**
   * A page of the queue.
   *
   * @param cursor a place in the journal, taken before the page was read
   */
  record Page(List<IncidentItem> items, @Nullable String next, Cursor cursor) {}

  record ReporterView(
      UUID reportId, Instant receivedAt, @Nullable String name, @Nullable String phone) {}

  private final Incidents incidents;
  private final IncidentViews views;
  private final Sight sight;
  private final Reporters reporters;
  private final Stories stories;
  private final Queue queue;
  private final Journal journal;

  IncidentController(
      Incidents incidents,
      IncidentViews views,
      Sight sight,
      Reporters reporters,
      Stories stories,
      Queue queue,
      Journal journal) {
    this.incidents = incidents;
    this.views = views;
    this.sight = sight;
    this.reporters = reporters;
    this.stories = stories;
    this.queue = queue;
    this.journal = journal;
  }

  /** Newer than the page is what the topics tell after its {@code cursor}. */
  @GetMapping
  Page list(Caller caller, QueueRequest asked) {
    Cursor cursor = journal.head();
    IncidentPage page = incidents.list(queue.query(asked, caller));
    return new Page(views.items(page.items()), page.next(), cursor);
  }

  @GetMapping("/count")
  IncidentCounts count(Caller caller, QueueRequest asked) {
    return incidents.count(queue.query(asked, caller));
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
