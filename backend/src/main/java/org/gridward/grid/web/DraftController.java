package org.gridward.grid.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridward.gis.partition.Shares;
import org.gridward.grid.Areas;
import org.gridward.grid.Weight;
import org.gridward.grid.partition.DivisionDraft;
import org.gridward.grid.partition.DivisionDrafts;
import org.gridward.grid.partition.DivisionDrafts.Look;
import org.gridward.grid.partition.DivisionWish.Form;
import org.gridward.grid.web.DivisionController.DivideRequest;
import org.gridward.grid.web.EditController.ChangeView;
import org.gridward.grid.web.EditController.EditView;
import org.gridward.identity.ActorNames;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Divisions kept as drafts: docs/api/grid.md. */
@RestController
class DraftController {

  private final Areas areas;
  private final DivisionDrafts drafts;
  private final ActorNames names;

  DraftController(Areas areas, DivisionDrafts drafts, ActorNames names) {
    this.areas = areas;
    this.drafts = drafts;
    this.names = names;
  }

  /**
   * @param division as it was shown, with its {@code until} and {@code basis}
   */
  record KeepRequest(
      @NotBlank @Size(max = 100) String name, @NotNull @Valid DivideRequest division) {}

  record AdoptRequest(@Nullable Instant effectiveAt) {}

  /**
   * @param current whether the cells are still those it was made on
   * @param actorName null for the command line and for users that are gone
   */
  record DraftView(
      long id,
      String name,
      long area,
      Form form,
      @Nullable Double metres,
      @Nullable Integer cells,
      Weight weight,
      Instant since,
      Instant until,
      @Nullable Shares today,
      Shares then,
      boolean current,
      Instant madeAt,
      String actor,
      @Nullable String actorName) {}

  record LookView(DraftView draft, List<ChangeView> changes) {}

  @PostMapping("/api/areas/{id}/drafts")
  @ResponseStatus(HttpStatus.CREATED)
  DraftView keep(Caller caller, @PathVariable long id, @Valid @RequestBody KeepRequest body) {
    DivisionController.mine(areas, caller, id);
    DivideRequest division = body.division();
    Instant until = division.until();
    if (until == null || division.basis() == null) {
      throw new Problem.Rejected(
          "value-missing",
          "a draft is kept as it was shown: send its until and basis",
          Map.of("field", until == null ? "division.until" : "division.basis"));
    }
    DivisionDraft draft =
        drafts.keep(
            id,
            DivisionController.wish(division, until),
            body.name().strip(),
            Objects.requireNonNull(division.basis()),
            caller.actor());
    return view(draft, true);
  }

  @GetMapping("/api/areas/{id}/drafts")
  Items<DraftView> list(Caller caller, @PathVariable long id) {
    DivisionController.mine(areas, caller, id);
    return new Items<>(
        drafts.list(id).stream().map(one -> view(one.draft(), one.current())).toList());
  }

  @GetMapping("/api/area-drafts/{id}")
  LookView look(Caller caller, @PathVariable long id) {
    mine(caller, id);
    Look look = drafts.look(id);
    return new LookView(
        view(look.draft(), look.current()), look.changes().stream().map(ChangeView::of).toList());
  }

  @PostMapping("/api/area-drafts/{id}/adopt")
  EditView adopt(Caller caller, @PathVariable long id, @Valid @RequestBody AdoptRequest body) {
    mine(caller, id);
    return EditView.of(drafts.adopt(id, body.effectiveAt(), caller.actor()));
  }

  @DeleteMapping("/api/area-drafts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(Caller caller, @PathVariable long id) {
    mine(caller, id);
    drafts.drop(id, caller.actor());
  }

  private void mine(Caller caller, long id) {
    DivisionDraft draft = drafts.get(id);
    if (!caller.sees(draft.area())) {
      throw new Problem.NotFound("draft-unknown", "there is no draft " + id, Map.of("draft", id));
    }
    caller.require(Role.ADMINISTRATOR, draft.area());
  }

  private DraftView view(DivisionDraft draft, boolean current) {
    return new DraftView(
        draft.id(),
        draft.name(),
        draft.areaId(),
        draft.wish().form(),
        draft.wish().metres(),
        draft.wish().cells(),
        draft.wish().weight(),
        draft.wish().since(),
        draft.wish().until(),
        draft.today(),
        draft.then(),
        current,
        draft.madeAt(),
        draft.actor(),
        names.of(List.of(draft.actor())).get(draft.actor()));
  }
}
