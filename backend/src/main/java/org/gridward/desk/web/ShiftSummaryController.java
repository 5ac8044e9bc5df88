package org.gridward.desk.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.desk.ShiftNote;
import org.gridward.desk.ShiftNotes;
import org.gridward.desk.web.ShiftViews.NoteView;
import org.gridward.desk.web.ShiftViews.Row;
import org.gridward.grid.Area;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.NotAllowed;
import org.gridward.identity.Role;
import org.gridward.incident.IncidentQuery;
import org.gridward.incident.Incidents;
import org.gridward.incident.ShiftFigures;
import org.gridward.incident.ShiftFigures.Counted;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a shift hands over to the next one: docs/api/desk.md. */
@RestController
class ShiftSummaryController {

  private static final Role[] READERS = {Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR};
  private static final Duration USUAL = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final int ROWS = 50;
  private static final int NOTES = 10;

  private final ShiftFigures figures;
  private final Incidents incidents;
  private final ShiftNotes notes;
  private final ShiftViews views;
  private final Areas areas;
  private final Clock clock;

  ShiftSummaryController(
      ShiftFigures figures,
      Incidents incidents,
      ShiftNotes notes,
      ShiftViews views,
      Areas areas,
      Clock clock) {
    this.figures = figures;
    this.incidents = incidents;
    this.notes = notes;
    this.views = views;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * The summary. Of each list at most {@value #ROWS}, those due first.
   *
   * @param since from when what came and went is counted
   * @param lastNoteAt when this area was handed over last; null for never
   * @param late past their time limit and not fed back
   * @param waiting wait for a decision or for somebody to be sent
   * @param kept had by an operator or escalated
   * @param notes the newest first
   */
  record Summary(
      Instant since,
      Instant until,
      @Nullable Instant lastNoteAt,
      Counted counts,
      List<Row> late,
      List<Row> waiting,
      List<Row> kept,
      List<NoteView> notes) {}

  /** Since the last note for the area where nothing is said, else since twelve hours ago. */
  @GetMapping("/api/shift-summary")
  Summary show(
      Caller caller,
      @RequestParam(defaultValue = "0") long area,
      @RequestParam(required = false) @Nullable Instant since) {
    AreaPath asked = path(area, caller);
    List<AreaPath> scopes = within(asked, caller);
    Instant now = clock.instant();
    @Nullable Instant last = notes.findLast(asked).orElse(null);
    Instant from = begin(since, last, now);
    return new Summary(
        from,
        now,
        last,
        figures.count(scopes, from),
        rows(new IncidentQuery(scopes, Stage.OPEN, null, true, null, ROWS)),
        rows(
            new IncidentQuery(
                scopes, Set.of(Stage.COLLECTED, Stage.FILED), null, false, null, ROWS)),
        views.rows(figures.listKept(scopes, ROWS)),
        notes.list(scopes, NOTES).stream().map(views::note).toList());
  }

  private List<Row> rows(IncidentQuery query) {
    return views.rows(incidents.list(query).items());
  }

  private static Instant begin(@Nullable Instant since, @Nullable Instant last, Instant now) {
    if (since != null && (since.isAfter(now) || since.isBefore(now.minus(LONGEST)))) {
      throw new Problem.Rejected(
          "bad-since",
          "since (%s) must lie in the last %d days".formatted(since, LONGEST.toDays()),
          Map.of("since", since.toString()));
    }
    Instant usual = now.minus(USUAL);
    Instant handed = last == null || last.isBefore(now.minus(LONGEST)) ? usual : last;
    return since == null ? handed : since;
  }

  /**
   * What is sent.
   *
   * @param areaId 0 is the whole installation
   */
  record NoteBody(@NotNull Long areaId, @NotNull @Size(min = 1, max = 4000) String note) {}

  @PostMapping("/api/shift-notes")
  @ResponseStatus(HttpStatus.CREATED)
  NoteView write(Caller caller, @Valid @RequestBody NoteBody body) {
    AreaPath area = path(body.areaId(), caller);
    caller.require(Role.OPERATOR, area);
    String note = body.note().strip();
    if (note.isEmpty()
        || note.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
      throw new Problem.Rejected(
          "text-unreadable", "note must be readable text", Map.of("field", "note"));
    }
    ShiftNote written = notes.write(area, caller.userId(), note);
    return views.note(written);
  }

  private AreaPath path(long areaId, Caller caller) {
    if (areaId == 0) {
      if (caller.scopes(READERS).isEmpty()) {
        throw new NotAllowed(AreaPath.ROOT, READERS);
      }
      return AreaPath.ROOT;
    }
    AreaPath path =
        areas
            .find(areaId)
            .map(Area::path)
            .filter(caller::sees)
            .orElseThrow(() -> new AreaUnknown(areaId));
    caller.require(path, READERS);
    return path;
  }

  private static List<AreaPath> within(AreaPath asked, Caller caller) {
    return asked.isRoot() ? caller.scopes(READERS) : List.of(asked);
  }
}
