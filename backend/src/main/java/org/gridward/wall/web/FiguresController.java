package org.gridward.wall.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridward.dispatch.AcceptTimes;
import org.gridward.identity.Caller;
import org.gridward.incident.IncidentFigures;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.shared.AreaPath;
import org.gridward.workforce.DutyTrend;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of an area as they stand, for a screen that then keeps them by what it hears. */
@RestController
class FiguresController {

  /** A median of the hour before is wanted an hour back, too. */
  private static final Duration ACCEPTED_IN = Duration.ofHours(2);

  private final Journal journal;
  private final IncidentFigures incidents;
  private final AcceptTimes accepted;
  private final DutyTrend duty;
  private final Scopes scopes;

  FiguresController(
      Journal journal,
      IncidentFigures incidents,
      AcceptTimes accepted,
      DutyTrend duty,
      Scopes scopes) {
    this.journal = journal;
    this.incidents = incidents;
    this.accepted = accepted;
    this.duty = duty;
    this.scopes = scopes;
  }

  /**
   * The figures; every line has 61 values a minute apart, the last one of {@code at}.
   *
   * @param cursor taken before the figures were counted
   * @param reports by the hour, 24 of them; the last one began at {@code hour}
   * @param accepted of the last two hours, the newest first, at most 2,000
   */
  record Figures(
      Cursor cursor,
      Instant at,
      List<Long> open,
      List<Long> late,
      List<Long> onDuty,
      Instant hour,
      List<Long> reports,
      List<AcceptTimes.Accepted> accepted) {}

  @GetMapping("/api/wall/figures")
  Figures show(Caller caller, @RequestParam(defaultValue = "0") long area) {
    List<AreaPath> ground = scopes.of(caller, area);
    Cursor cursor = journal.head();
    IncidentFigures.Counted counted = incidents.count(ground);
    return new Figures(
        cursor,
        counted.at(),
        counted.open(),
        counted.late(),
        duty.list(ground),
        counted.hour(),
        counted.reports(),
        accepted.list(ground, ACCEPTED_IN));
  }
}
