package org.gridward.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.gridward.incident.store.ShiftRows;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Service;

/** What came and went in some areas since a moment, and how things stand now. */
@Service
public class ShiftFigures {

  private final ShiftRows rows;
  private final Clock clock;

  ShiftFigures(ShiftRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * The figures.
   *
   * @param came reported since, without duplicates and what was no case
   * @param closed closed since and still so
   * @param dismissed found to be no case since
   * @param merged found to be duplicates since
   * @param open open now
   * @param late of the open ones, past their time limit and not fed back
   * @param waiting of the open ones, waiting for a decision or for somebody to be sent
   * @param toVerify of the open ones, fed back and to be verified
   * @param toLocate of the open ones, known by words only
   * @param kept of the open ones, had by an operator or escalated
   */
  public record Counted(
      long came,
      long closed,
      long dismissed,
      long merged,
      long open,
      long late,
      long waiting,
      long toVerify,
      long toLocate,
      long kept) {}

  /** Counts by the database, now. Empty {@code areas} count nothing. */
  public Counted count(List<AreaPath> areas, Instant since) {
    return rows.count(areas, since, clock.instant());
  }

  /** Open incidents that an operator has or that were escalated, those due first. */
  public List<IncidentView> listKept(List<AreaPath> areas, int limit) {
    return rows.listKept(areas, limit);
  }
}
