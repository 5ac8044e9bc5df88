package org.gridward.workforce;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes who answers for a cell; what was before stays answerable. */
@Component
class Posts {

  private final Areas areas;
  private final WorkforceRows rows;
  private final RosterRows rosterRows;
  private final LiveRoster roster;
  private final WorkforceJournal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Posts(
      Areas areas,
      WorkforceRows rows,
      RosterRows rosterRows,
      LiveRoster roster,
      WorkforceJournal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.areas = areas;
    this.rows = rows;
    this.rosterRows = rosterRows;
    this.roster = roster;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  void set(long cellId, @Nullable Long main, List<Long> backups, Actor actor) {
    write(cellId, cell(cellId).path(), main, backups, actor);
  }

  /** The same for a cell that is only known to this transaction, or that is retired in it. */
  void write(long cellId, AreaPath path, @Nullable Long main, List<Long> backups, Actor actor) {
    Set<Roster.Post> wanted = wanted(cellId, main, backups);
    rows.lockCell(cellId);
    Set<Roster.Post> held = new HashSet<>(rosterRows.listPosts(List.of(cellId)));
    if (held.equals(wanted)) {
      return;
    }
    Instant now = clock.instant();
    held.stream().filter(post -> !wanted.contains(post)).forEach(post -> rows.endPost(post, now));
    wanted.stream()
        .filter(post -> !held.contains(post))
        .forEach(post -> rows.insertPost(post, now));
    roster.refreshCellAfterCommit(cellId);
    journal.responsibilityChanged(
        cellId,
        path,
        Map.of("cellId", cellId, "main", main == null ? 0 : main, "backups", backups),
        actor);
    events.publishEvent(new ResponsibilityChanged(cellId));
  }

  private Area cell(long cellId) {
    Area area = areas.get(cellId);
    if (!area.cell()) {
      throw new Problem.Rejected(
          "not-a-cell",
          "area " + area.code() + " is no cell; responsibility is for cells",
          Map.of("areaId", cellId));
    }
    return area;
  }

  private Set<Roster.Post> wanted(long cellId, @Nullable Long main, List<Long> backups) {
    Set<Roster.Post> wanted = new LinkedHashSet<>();
    if (main != null) {
      wanted.add(new Roster.Post(cellId, main, ResponsibilityRank.MAIN));
    }
    Set<Long> seen = main == null ? new HashSet<>() : new HashSet<>(Set.of(main));
    for (Long backup : backups) {
      if (!seen.add(backup)) {
        throw WorkforceProblems.workerTwice();
      }
      wanted.add(new Roster.Post(cellId, backup, ResponsibilityRank.BACKUP));
    }
    for (Long workerId : seen) {
      if (!rows.lock(workerId)) {
        throw new Problem.Rejected(
            "unknown-worker", "there is no worker " + workerId, Map.of("workerId", workerId));
      }
    }
    return wanted;
  }
}
