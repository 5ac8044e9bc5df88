package org.gridward.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.identity.Caller;
import org.gridward.incident.Address;
import org.gridward.incident.CaseQuery;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentHistory;
import org.gridward.incident.IncidentPage;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Stage;
import org.gridward.insight.InsightQuery;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cases behind the figures: docs/api/insight.md. */
@RestController
class CaseListController {

  private static final int MOST = 500;

  private final IncidentHistory history;
  private final FilterRequest filters;

  CaseListController(IncidentHistory history, FilterRequest filters) {
    this.history = history;
    this.filters = filters;
  }

  /** A case without anything personal. */
  record CaseItem(
      UUID id,
      long number,
      String category,
      Severity severity,
      Stage stage,
      @Nullable String placeText,
      @Nullable Address address,
      Instant reportedAt,
      @Nullable Instant dueAt,
      @Nullable Instant closedAt) {

    static CaseItem of(IncidentView view) {
      CompactIncident compact = view.compact();
      return new CaseItem(
          compact.id(),
          compact.number(),
          compact.category(),
          compact.severity(),
          compact.stage(),
          compact.placeText(),
          compact.address(),
          compact.reportedAt(),
          compact.dueAt(),
          view.closedAt());
    }
  }

  record Cases(List<CaseItem> items, @Nullable String next) {}

  @GetMapping("/api/insight/cases")
  Cases list(
      Caller caller,
      @RequestParam(defaultValue = "0") long area,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable String after) {
    InsightQuery query = filters.read(caller, area, from, to, category);
    IncidentPage page =
        history.list(
            new CaseQuery(
                query.areas(),
                query.from(),
                query.to(),
                query.categories(),
                after,
                Math.clamp(limit, 1, MOST)));
    return new Cases(page.items().stream().map(CaseItem::of).toList(), page.next());
  }
}
