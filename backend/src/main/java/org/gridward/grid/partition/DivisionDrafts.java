package org.gridward.grid.partition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.AreaEdits.Answer;
import org.gridward.grid.partition.AreaEdits.Order;
import org.gridward.grid.store.WritersLock;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Divisions that are kept to be thought over, compared and adopted. A draft keeps the shapes that
 * were shown, and belongs to the cells it was made on: once these have changed it can be looked at
 * and dropped, and no longer be adopted. Who may do it is the caller's business.
 */
@Service
public class DivisionDrafts {

  private final DividePlanner planner;
  private final AreaEdits edits;
  private final DraftTable table;
  private final Areas areas;
  private final WritersLock writers;
  private final Journal journal;
  private final Clock clock;

  DivisionDrafts(
      DividePlanner planner,
      AreaEdits edits,
      DraftTable table,
      Areas areas,
      WritersLock writers,
      Journal journal,
      Clock clock) {
    this.planner = planner;
    this.edits = edits;
    this.table = table;
    this.areas = areas;
    this.writers = writers;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A draft to look at.
   *
   * @param current whether the cells are still those it was made on
   * @param changes what would be done now; when no longer current, its cells as new ones
   */
  public record Look(DivisionDraft draft, boolean current, List<AreaChange> changes) {}

  /**
   * Keeps a division as it was shown.
   *
   * @param basis what the preview answered; another division than that is a conflict (409)
   */
  @Transactional
  public DivisionDraft keep(
      long areaId, DivisionWish wish, String name, String basis, Actor actor) {
    writers.take();
    DividePlanner.Proposal proposal = planner.divide(areaId, wish);
    if (!proposal.plan().basis().equals(basis)) {
      throw new Problem.Conflict(
          "areas-changed",
          "somebody has changed these areas since the preview; look at it again",
          Map.of("basis", proposal.plan().basis()));
    }
    Area area = areas.get(areaId);
    DivisionDraft draft =
        new DivisionDraft(
            0,
            name,
            areaId,
            area.path(),
            proposal.ground(),
            wish,
            proposal.today(),
            proposal.then(),
            actor.value(),
            clock.instant());
    long id = table.insert(draft, proposal.parts());
    DivisionDraft kept = get(id);
    tell(kept, "kept", actor);
    return kept;
  }

  /**
   * A draft among others.
   *
   * @param current whether the cells are still those it was made on
   */
  public record Listed(DivisionDraft draft, boolean current) {}

  /** The drafts of an area, the newest first. */
  public List<Listed> list(long areaId) {
    List<DivisionDraft> drafts = table.list(areaId);
    Optional<String> now = drafts.isEmpty() ? Optional.empty() : findGround(areaId);
    return drafts.stream()
        .map(draft -> new Listed(draft, now.filter(draft.ground()::equals).isPresent()))
        .toList();
  }

  /** Throws when there is none (404). */
  public DivisionDraft get(long id) {
    return table
        .find(id)
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "draft-unknown", "there is no draft " + id, Map.of("draft", id)));
  }

  /** Whether the cells are still those the draft was made on. */
  private boolean isCurrent(DivisionDraft draft) {
    return findGround(draft.areaId()).filter(draft.ground()::equals).isPresent();
  }

  private Optional<String> findGround(long areaId) {
    return areas.find(areaId).flatMap(_ -> planner.findFingerprint(areaId));
  }

  public Look look(long id) {
    DivisionDraft draft = get(id);
    List<MultiPolygon> parts = table.listParts(id);
    if (isCurrent(draft)) {
      return new Look(draft, true, planner.plan(draft.areaId(), parts).changes());
    }
    List<AreaChange> changes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      changes.add(AreaChange.created(Integer.toString(i + 1), parts.get(i)));
    }
    return new Look(draft, false, changes);
  }

  /**
   * Makes or plans the division of a draft, which is then no draft any more.
   *
   * @param effectiveAt when the new boundaries begin; null for now, on a day to come it is planned
   */
  @Transactional
  public Answer adopt(long id, @Nullable Instant effectiveAt, Actor actor) {
    writers.take();
    DivisionDraft draft = get(id);
    if (!isCurrent(draft)) {
      throw new Problem.Conflict(
          "draft-outdated",
          "the cells have changed since '%s' was drafted; divide the area as it is now"
              .formatted(draft.name()),
          Map.of("draft", id));
    }
    EditPlan plan = planner.plan(draft.areaId(), table.listParts(id));
    Answer answer = edits.carryOut(plan, new Order(effectiveAt, plan.basis(), actor));
    table.delete(id);
    tell(draft, answer.planned() == null ? "adopted" : "planned", actor);
    return answer;
  }

  @Transactional
  public void drop(long id, Actor actor) {
    DivisionDraft draft = get(id);
    table.delete(id);
    tell(draft, "dropped", actor);
  }

  private void tell(DivisionDraft draft, String what, Actor actor) {
    journal.append(
        new NewEntry(
            "area-draft.changed",
            draft.area(),
            new Subject("area-draft", Long.toString(draft.id())),
            null,
            null,
            actor,
            Map.of("draft", draft.id(), "name", draft.name(), "what", what)));
  }
}
