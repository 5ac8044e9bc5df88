package org.gridward.workforce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The grid workers, their cells and their duty. Reads cost no query. Thread-safe. */
@Component
public class Workforce {

  public Optional<Worker> find(long workerId) {
    throw new UnsupportedOperationException();
  }

  /** The worker that the user is, when the user is one. */
  public Optional<Worker> findByUser(long userId) {
    throw new UnsupportedOperationException();
  }

  /** Who answers for the cell now: the main one first, then the backups; on duty or not. */
  public List<Responsible> listResponsible(long cellId) {
    throw new UnsupportedOperationException();
  }

  /** The cells that the worker answers for now, as main or backup. */
  public List<Long> listCells(long workerId) {
    throw new UnsupportedOperationException();
  }

  /** The workers on duty who belong to the area or to one below it. */
  public List<Worker> listOnDuty(AreaPath area) {
    throw new UnsupportedOperationException();
  }

  /** The active workers who belong to the area or to one below it. */
  public List<Worker> list(AreaPath area) {
    throw new UnsupportedOperationException();
  }

  /** Takes a worker on. */
  public Worker create(NewWorker worker, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Puts a worker on or off duty by hand, whatever the shifts say. */
  public void setDuty(long workerId, boolean on, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Lets the shifts decide about the worker's duty again. */
  public void setDutyByShifts(long workerId, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * From now on these answer for the cell.
   *
   * @param main null when nobody does
   */
  public void setResponsible(long cellId, @Nullable Long main, List<Long> backups, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Plans a shift. */
  public Shift addShift(long workerId, Instant from, Instant to, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Takes a shift out of the plan. */
  public void removeShift(long shiftId, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The worker's shifts that end after {@code since}, in order. */
  public List<Shift> listShifts(long workerId, Instant since) {
    throw new UnsupportedOperationException();
  }
}
