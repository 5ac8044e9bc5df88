package org.gridward.grid.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.EditHistory.Part;
import org.gridward.grid.partition.PlannedEdit;
import org.gridward.grid.partition.PlannedEdits;
import org.gridward.grid.partition.PlannedEdits.Look;
import org.gridward.grid.web.EditController.ChangeView;
import org.gridward.identity.ActorNames;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Edits that wait for their day: docs/api/grid.md. */
@RestController
class PlannedEditController {

  private final Areas areas;
  private final PlannedEdits planned;
  private final ActorNames names;

  PlannedEditController(Areas areas, PlannedEdits planned, ActorNames names) {
    this.areas = areas;
    this.planned = planned;
    this.names = names;
  }

  /**
   * @param actorName null for the command line and for users that are gone
   */
  record PlannedView(
      long id,
      String kind,
      Instant effectiveAt,
      Instant madeAt,
      String actor,
      @Nullable String actorName,
      @Nullable String refused,
      boolean current,
      List<Part> changes) {}

  record LookView(PlannedView planned, List<ChangeView> changes) {}

  @GetMapping("/api/areas/{id}/planned-edits")
  Items<PlannedView> list(Caller caller, @PathVariable long id) {
    AreaPath within = within(caller, id);
    caller.require(Role.ADMINISTRATOR, within);
    List<PlannedEdit> all = planned.list(within);
    Map<String, String> people = names.of(all.stream().map(PlannedEdit::actor).toList());
    return new Items<>(all.stream().map(edit -> view(edit, people.get(edit.actor()))).toList());
  }

  @GetMapping("/api/planned-edits/{id}")
  LookView look(Caller caller, @PathVariable long id) {
    mine(caller, id);
    Look look = planned.look(id);
    String actor = look.edit().actor();
    return new LookView(
        view(look.edit(), names.of(List.of(actor)).get(actor)),
        look.changes().stream().map(ChangeView::of).toList());
  }

  @DeleteMapping("/api/planned-edits/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(Caller caller, @PathVariable long id) {
    mine(caller, id);
    planned.cancel(id, caller.actor());
  }

  private AreaPath within(Caller caller, long id) {
    if (id == FaultController.EVERYTHING) {
      return AreaPath.ROOT;
    }
    return areas
        .find(id)
        .filter(found -> caller.sees(found.path()))
        .orElseThrow(() -> new AreaUnknown(id))
        .path();
  }

  private void mine(Caller caller, long id) {
    PlannedEdit edit = planned.get(id);
    if (!caller.sees(edit.under())) {
      throw new Problem.NotFound(
          "planned-edit-unknown", "there is no planned edit " + id, Map.of("planned", id));
    }
    caller.require(Role.ADMINISTRATOR, edit.under());
  }

  private static PlannedView view(PlannedEdit edit, @Nullable String actorName) {
    return new PlannedView(
        edit.id(),
        edit.kind(),
        edit.effectiveAt(),
        edit.madeAt(),
        edit.actor(),
        actorName,
        edit.refused(),
        edit.current(),
        edit.parts());
  }
}
