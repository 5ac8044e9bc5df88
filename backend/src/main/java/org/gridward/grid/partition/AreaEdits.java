package org.gridward.grid.partition;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridward.gis.partition.Shares;
import org.gridward.grid.Area;
import org.gridward.grid.partition.EditTable.Edit;
import org.gridward.grid.partition.EditTable.Made;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.grid.store.AreasWritten;
import org.gridward.grid.store.WritersLock;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Edits of the division that keep it exact. Each is one transaction with its journal entry; people
 * and incidents follow in it ({@link org.gridward.grid.CellsChanged}). Who may do it is the
 * caller's business.
 */
@Service
public class AreaEdits {

  private final EditPlanner planner;
  private final RepairPlanner repairs;
  private final DividePlanner dividing;
  private final UndoPlanner undoing;
  private final EditTable table;
  private final PlannedEdits planned;
  private final Shapes shapes;
  private final WritersLock writers;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate showing;
  private final TransactionTemplate making;

  AreaEdits(
      EditPlanner planner,
      RepairPlanner repairs,
      DividePlanner dividing,
      UndoPlanner undoing,
      EditTable table,
      PlannedEdits planned,
      Shapes shapes,
      WritersLock writers,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.planner = planner;
    this.repairs = repairs;
    this.dividing = dividing;
    this.undoing = undoing;
    this.table = table;
    this.planned = planned;
    this.shapes = shapes;
    this.writers = writers;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
    this.making = new TransactionTemplate(transactions);
    this.showing = new TransactionTemplate(transactions);
    showing.setReadOnly(true);
    showing.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * How an edit is to be made.
   *
   * @param effectiveAt when the new boundaries begin; null for now, on a day to come it is planned
   * @param basis what a preview answered; null for a preview, which changes nothing
   */
  public record Order(@Nullable Instant effectiveAt, @Nullable String basis, Actor actor) {}

  /**
   * An edit, made, planned or only shown.
   *
   * @param edit its number; null for what is not made yet
   * @param planned its number among the planned ones; null for what is not planned
   * @param undoable whether what was made can be taken back; false for what is not made yet
   * @param basis to be sent back to make what was shown; another edit in between makes it void
   */
  public record Answer(
      @Nullable Long edit,
      @Nullable Long planned,
      boolean undoable,
      String basis,
      List<AreaChange> changes) {}

  /**
   * A division, made or only shown.
   *
   * @param today how the cells there share the load; null where there are none
   * @param then how the new ones do
   */
  public record DivisionAnswer(Answer edit, @Nullable Shares today, Shares then) {}

  /** Divides an area along a line; refusals in docs/api/grid.md. */
  public Answer split(long areaId, LineString line, Order order) {
    return inOrder(order, () -> carryOut(planner.split(areaId, line), order));
  }

  /** Makes one area of neighbours; the largest keeps its code. */
  public Answer merge(List<Long> areaIds, Order order) {
    return inOrder(order, () -> carryOut(planner.merge(areaIds), order));
  }

  /** Draws the border of two areas anew. */
  public Answer reshape(long areaId, long otherId, LineString line, Order order) {
    return inOrder(order, () -> carryOut(planner.reshape(areaId, otherId, line), order));
  }

  /**
   * Mends faults of a level as the check proposes.
   *
   * @param below whose areas; null for the whole installation
   * @param key of one fault ({@link AreaFaults#key}); null for all that can be mended exactly
   */
  public Answer repair(@Nullable Area below, String level, @Nullable String key, Order order) {
    return inOrder(order, () -> carryOut(repairs.repair(below, level, key), order));
  }

  /**
   * Divides an area into cells anew; those that are there keep as many codes as there are cells
   * afterwards.
   */
  public DivisionAnswer divide(long areaId, DivisionWish wish, Order order) {
    return inOrder(
        order,
        () -> {
          DividePlanner.Proposal proposal = dividing.divide(areaId, wish);
          Answer answer = carryOut(proposal.plan(), order);
          return new DivisionAnswer(answer, proposal.today(), proposal.then());
        });
  }

  /** Under which area an edit was made; throws when there is none (404). */
  public AreaPath placeOf(long editId) {
    return undoing.get(editId).under();
  }

  /** Gives the areas of an edit the shapes they had before it, from now on. */
  @Transactional
  public Answer undo(long editId, Actor actor) {
    writers.take();
    Edit edit = undoing.get(editId);
    EditPlan plan = undoing.undo(edit);
    long id = make(plan, undoing.origin(edit), now(), edit.madeAt(), actor);
    table.markUndone(editId, id);
    return made(id, plan);
  }

  /** A preview reads one moment and keeps nobody waiting; what writes is alone while it does. */
  private <T> T inOrder(Order order, Supplier<T> work) {
    if (order.basis() == null) {
      return showing.execute(_ -> work.get());
    }
    return making.execute(
        _ -> {
          writers.take();
          return work.get();
        });
  }

  /** In a transaction, one that has the writers' lock where there is a basis. */
  Answer carryOut(EditPlan plan, Order order) {
    Instant effectiveAt = Objects.requireNonNullElseGet(order.effectiveAt(), this::now);
    boolean later = effectiveAt.isAfter(clock.instant());
    checkEffective(plan, effectiveAt);
    if (later) {
      planned.check(plan, effectiveAt);
    }
    if (order.basis() == null) {
      return new Answer(null, null, false, plan.basis(), plan.changes());
    }
    if (!order.basis().equals(plan.basis())) {
      throw new Problem.Conflict(
          "areas-changed",
          "somebody has changed these areas since the preview; look at it again",
          Map.of("basis", plan.basis()));
    }
    if (later) {
      long id = planned.keep(plan, effectiveAt, order.actor());
      return new Answer(null, id, false, plan.basis(), plan.changes());
    }
    long id = make(plan, plan.kind(), effectiveAt, null, order.actor());
    return made(id, plan);
  }

  private Answer made(long id, EditPlan plan) {
    return new Answer(id, null, undoing.get(id).undoable(), plan.basis(), plan.changes());
  }

  /** What was planned, when its day has come. In a transaction that has the writers' lock. */
  void makePlanned(EditPlan plan, Instant effectiveAt, Actor actor) {
    checkEffective(plan, effectiveAt);
    make(plan, plan.kind(), effectiveAt, null, actor);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void checkEffective(EditPlan plan, Instant effectiveAt) {
    List<Long> ids =
        plan.changes().stream().map(AreaChange::areaId).filter(Objects::nonNull).toList();
    for (Shape shape : shapes.list(ids)) {
      if (!effectiveAt.isAfter(shape.validFrom())) {
        throw new Problem.Rejected(
            "effective-too-early",
            "the boundary of %s is in force since %s; another cannot begin at %s"
                .formatted(shape.code(), shape.validFrom(), effectiveAt),
            Map.of("area", shape.id()));
      }
    }
  }

  /**
   * @param origin the plan's kind; of an undo, that of what it takes back in the end
   */
  private long make(
      EditPlan plan,
      EditPlan.Kind origin,
      Instant effectiveAt,
      @Nullable Instant restoreAsOf,
      Actor actor) {
    Instant now = now();
    if (plan.kind() == EditPlan.Kind.DIVIDE) {
      table.makeCellLevel();
    }
    List<Made> made = new ArrayList<>();
    for (AreaChange change : plan.changes()) {
      made.add(table.make(change, plan.template(), effectiveAt, now));
    }
    long id = table.record(plan, made, actor, effectiveAt, now);
    journal.append(entry(id, plan, made, effectiveAt, actor));
    events.publishEvent(new AreasWritten());
    if (plan.template().cell()) {
      List<Long> ids =
          Stream.concat(made.stream().map(Made::areaId), plan.around().stream().map(Shape::id))
              .distinct()
              .toList();
      List<Shape> after = shapes.list(ids);
      events.publishEvent(
          origin == EditPlan.Kind.DIVIDE
              ? Redivision.consequences(plan, made, after, restoreAsOf, actor)
              : Consequences.of(plan, origin, made, after, restoreAsOf, actor));
    }
    return id;
  }

  private static NewEntry entry(
      long id, EditPlan plan, List<Made> made, Instant effectiveAt, Actor actor) {
    Map<String, Object> payload =
        Map.of(
            "type", plan.template().type(),
            "edit", id,
            "kind", plan.kind(),
            "created", made.stream().filter(one -> one.before() == null).count(),
            "changed", made.stream().filter(one -> one.before() != null).count(),
            "effectiveAt", effectiveAt.toString(),
            "areas", made.stream().map(Made::areaId).toList(),
            "changes", made);
    Subject subject = new Subject("area-edit", Long.toString(id));
    return new NewEntry("areas.changed", plan.under(), subject, null, null, actor, payload);
  }
}
