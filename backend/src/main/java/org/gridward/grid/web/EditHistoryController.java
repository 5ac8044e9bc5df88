package org.gridward.grid.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.EditHistory;
import org.gridward.grid.partition.EditHistory.Part;
import org.gridward.grid.partition.EditHistory.Past;
import org.gridward.identity.ActorNames;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The edits of an area's division: docs/api/grid.md. */
@RestController
class EditHistoryController {

  private static final int MOST = 200;

  private final Areas areas;
  private final EditHistory history;
  private final ActorNames names;

  EditHistoryController(Areas areas, EditHistory history, ActorNames names) {
    this.areas = areas;
    this.history = history;
    this.names = names;
  }

  /**
   * @param actorName null for the command line and for users that are gone
   */
  record PastView(
      long id,
      String kind,
      Instant effectiveAt,
      Instant madeAt,
      String actor,
      @Nullable String actorName,
      @Nullable Long undoneBy,
      boolean undoable,
      List<Part> changes) {}

  record Page(List<PastView> items, @Nullable String next) {}

  @GetMapping("/api/areas/{id}/edits")
  Page list(
      Caller caller,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "20") int limit) {
    Area area =
        areas
            .find(id)
            .filter(found -> caller.sees(found.path()))
            .orElseThrow(() -> new AreaUnknown(id));
    caller.require(Role.ADMINISTRATOR, area.path());
    int most = Math.clamp(limit, 1, MOST);
    List<Past> found = history.list(area.path(), before, most + 1);
    List<Past> shown = found.stream().limit(most).toList();
    Map<String, String> people = names.of(shown.stream().map(Past::actor).toList());
    return new Page(
        shown.stream().map(past -> view(past, people.get(past.actor()))).toList(),
        found.size() > most ? Long.toString(shown.getLast().id()) : null);
  }

  private static PastView view(Past past, @Nullable String actorName) {
    return new PastView(
        past.id(),
        past.kind(),
        past.effectiveAt(),
        past.madeAt(),
        past.actor(),
        actorName,
        past.undoneBy(),
        past.undoable(),
        past.changes());
  }
}
