package org.gridward.workforce;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The grid workers, their cells and their duty. Reads are answered from memory as of the last
 * commit and cost no query. Thread-safe.
 */
@Service
public class Workforce {

  private final LiveRoster roster;
  private final WorkforceRows rows;
  private final DutyBook duty;
  private final Posts posts;
  private final Shifts shifts;
  private final WorkforceJournal journal;
  private final Clock clock;

  Workforce(
      LiveRoster roster,
      WorkforceRows rows,
      DutyBook duty,
      Posts posts,
      Shifts shifts,
      WorkforceJournal journal,
      Clock clock) {
    this.roster = roster;
    this.rows = rows;
    this.duty = duty;
    this.posts = posts;
    this.shifts = shifts;
    this.journal = journal;
    this.clock = clock;
  }

  /** Also finds a worker who is no longer active (never on duty then). */
  public Optional<Worker> find(long workerId) {
    return Optional.ofNullable(roster.current().find(workerId)).map(this::now);
  }

  /** The worker; throws when there is none (404). */
  public Worker get(long workerId) {
    return find(workerId).orElseThrow(() -> WorkforceProblems.unknownWorker(workerId));
  }

  /** The worker that the user is, when the user is an active one. */
  public Optional<Worker> findByUser(long userId) {
    return Optional.ofNullable(roster.current().findByUser(userId))
        .filter(RosterEntry::active)
        .map(this::now);
  }

  private Worker now(RosterEntry entry) {
    return entry.at(clock.instant());
  }

  /** Who answers for the cell now: the main one first, then the backups; on duty or not. */
  public List<Responsible> listResponsible(long cellId) {
    Roster current = roster.current();
    Instant now = clock.instant();
    List<Responsible> found = new ArrayList<>();
    for (Roster.Post post : current.posts(cellId)) {
      RosterEntry entry = current.find(post.workerId());
      if (entry != null && entry.active()) {
        found.add(new Responsible(entry.at(now), post.rank()));
      }
    }
    return found;
  }

  /** Who answered for the cell at that time, as these workers are now; a query. */
  public List<Responsible> listResponsibleAt(long cellId, Instant at) {
    return rows.listPostsAt(cellId, at).stream()
        .flatMap(post -> find(post.workerId()).map(w -> new Responsible(w, post.rank())).stream())
        .toList();
  }

  /** The cells that the worker answers for now, as main or backup, by id. */
  public List<Long> listCells(long workerId) {
    return roster.current().cells(workerId);
  }

  /** The workers on duty who belong to the area or to one below it, by id. */
  public List<Worker> listOnDuty(AreaPath area) {
    Instant now = clock.instant();
    return roster.current().listIn(area).stream()
        .filter(entry -> entry.isOnDuty(now))
        .map(RosterEntry::on)
        .toList();
  }

  /** The active workers who belong to the area or to one below it, by id. */
  public List<Worker> list(AreaPath area) {
    Instant now = clock.instant();
    return roster.current().listIn(area).stream()
        .filter(RosterEntry::active)
        .map(entry -> entry.at(now))
        .toList();
  }

  /** What decides about the worker's duty. */
  public Duty duty(long workerId) {
    return entry(workerId).duty();
  }

  /** The id of the unit that the worker belongs to. */
  public Optional<Long> findUnit(long workerId) {
    return Optional.ofNullable(entry(workerId).unitId());
  }

  private RosterEntry entry(long workerId) {
    return Objects.requireNonNullElseGet(
        roster.current().find(workerId),
        () -> {
          throw WorkforceProblems.unknownWorker(workerId);
        });
  }

  /** Takes a worker on; the user must not be one yet. Off duty until told otherwise. */
  @Transactional
  public Worker create(NewWorker worker, Actor actor) {
    long id =
        rows.insert(worker).orElseThrow(() -> WorkforceProblems.alreadyWorker(worker.userId()));
    roster.refreshWorkerAfterCommit(id);
    journal.workerChanged(id, worker.area(), Map.of("workerId", id, "what", "created"), actor);
    return new Worker(
        id,
        worker.userId(),
        worker.name(),
        worker.rank(),
        worker.area(),
        worker.skills(),
        worker.capacity(),
        false);
  }

  /**
   * Changes a worker's facts; the user stays the same.
   *
   * @param active false ends all duty, and nobody finds the worker any more
   */
  @Transactional
  public void update(long workerId, NewWorker facts, boolean active, Actor actor) {
    RosterEntry before = entry(workerId);
    rows.update(workerId, facts, active);
    roster.refreshWorkerAfterCommit(workerId);
    journal.workerChanged(
        workerId, facts.area(), Map.of("workerId", workerId, "what", "facts"), actor);
    if (before.active() && !active) {
      duty.set(workerId, Duty.OFF, actor);
    }
  }

  /** Puts a worker on or off duty by hand, whatever the shifts say. */
  @Transactional
  public void setDuty(long workerId, boolean on, Actor actor) {
    duty.set(workerId, on ? Duty.ON : Duty.OFF, actor);
  }

  /** Lets the shifts decide about the worker's duty again. */
  @Transactional
  public void setDutyByShifts(long workerId, Actor actor) {
    duty.set(workerId, Duty.SCHEDULED, actor);
  }

  /**
   * From now on these answer for the cell.
   *
   * @param main null when nobody does
   */
  @Transactional
  public void setResponsible(long cellId, @Nullable Long main, List<Long> backups, Actor actor) {
    posts.set(cellId, main, backups, actor);
  }

  /** Plans a shift, from (inclusive) to (exclusive). */
  @Transactional
  public Shift addShift(long workerId, Instant from, Instant to, Actor actor) {
    return addShifts(workerId, List.of(new Shift.Plan(from, to)), actor).getFirst();
  }

  /** Plans several shifts of a worker at once: all of them, or none when one cannot be. */
  @Transactional
  public List<Shift> addShifts(long workerId, List<Shift.Plan> plans, Actor actor) {
    return shifts.add(entry(workerId).on(), plans, actor);
  }

  /** Takes a shift out of the plan. */
  @Transactional
  public void removeShift(long shiftId, Actor actor) {
    shifts.remove(shiftId, actor);
  }

  /** The shift; throws when there is none (404). */
  public Shift getShift(long shiftId) {
    return shifts.get(shiftId);
  }

  /** The worker's shifts that end after {@code since}, in order. */
  public List<Shift> listShifts(long workerId, Instant since) {
    return shifts.list(workerId, since);
  }
}
