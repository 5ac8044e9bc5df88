package org.gridward.grid.partition;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.grid.store.WritersLock;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Edits that are agreed on for a day to come (decision 0393). Each keeps what was shown and belongs
 * to the boundaries it was planned on: once these have changed it is not made. Who may do it is the
 * caller's business.
 */
@Service
public class PlannedEdits {

  private static final Duration FARTHEST = Duration.ofDays(3_660);

  private final PlannedEditTable table;
  private final WritersLock writers;
  private final Journal journal;
  private final ObjectProvider<SchedulerClient> scheduler;
  private final Clock clock;

  PlannedEdits(
      PlannedEditTable table,
      WritersLock writers,
      Journal journal,
      ObjectProvider<SchedulerClient> scheduler,
      Clock clock) {
    this.table = table;
    this.writers = writers;
    this.journal = journal;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * A planned edit to look at.
   *
   * @param changes what is to be done, as it was shown when it was planned
   */
  public record Look(PlannedEdit edit, List<AreaChange> changes) {}

  /** Throws where a plan cannot wait until then, or another waits for the same areas. */
  void check(EditPlan plan, Instant effectiveAt) {
    if (effectiveAt.isAfter(clock.instant().plus(FARTHEST))) {
      throw new Problem.Rejected(
          "effective-too-late",
          "%s is more than ten years ahead".formatted(effectiveAt),
          Map.of("effectiveAt", effectiveAt.toString()));
    }
    table
        .findRival(plan)
        .ifPresent(
            rival -> {
              throw new Problem.Conflict(
                  "planned-already",
                  "planned edit %d waits for some of these areas; cancel it first".formatted(rival),
                  Map.of("planned", rival));
            });
  }

  /** Its number. In a transaction that has the writers' lock. */
  long keep(EditPlan plan, Instant effectiveAt, Actor actor) {
    long id = table.insert(plan, effectiveAt, actor, clock.instant());
    PlannedEditTimers.start(scheduler.getObject(), id, effectiveAt);
    tell(get(id), "planned", actor);
    return id;
  }

  /** Those in an area, the next one first; those that were refused stay until they are dropped. */
  public List<PlannedEdit> list(AreaPath within) {
    return table.list(within);
  }

  /** Throws when there is none (404). */
  public PlannedEdit get(long id) {
    return table
        .find(id)
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "planned-edit-unknown",
                    "there is no planned edit " + id,
                    Map.of("planned", id)));
  }

  public Look look(long id) {
    return new Look(get(id), table.changes(id));
  }

  @Transactional
  public void cancel(long id, Actor actor) {
    writers.take();
    PlannedEdit edit = get(id);
    table.delete(id);
    tell(edit, "cancelled", actor);
  }

  static void requireCurrent(PlannedEdit edit) {
    if (!edit.current()) {
      throw new Problem.Conflict(
          "planned-outdated",
          "the areas have changed since edit %d was planned".formatted(edit.id()),
          Map.of("planned", edit.id()));
    }
  }

  void tell(PlannedEdit edit, String what, Actor actor) {
    journal.append(
        new NewEntry(
            "planned-edit.changed",
            edit.under(),
            new Subject("planned-edit", Long.toString(edit.id())),
            null,
            null,
            actor,
            Map.of(
                "planned", edit.id(),
                "kind", edit.kind(),
                "what", what,
                "effectiveAt", edit.effectiveAt().toString())));
  }
}
