package org.gridward.workforce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gridward.grid.CellsChanged;
import org.gridward.grid.CellsChanged.Succession;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When cells are redrawn, people go on answering for the ground (decision 0231). */
@Component
class PostsFollowCells {

  private final Posts posts;
  private final WorkforceRows rows;
  private final RosterRows rosterRows;

  PostsFollowCells(Posts posts, WorkforceRows rows, RosterRows rosterRows) {
    this.posts = posts;
    this.rows = rows;
    this.rosterRows = rosterRows;
  }

  private record Holders(@Nullable Long main, List<Long> backups) {}

  private record Handover(long cellId, AreaPath path, Holders to) {}

  @EventListener
  void on(CellsChanged changed) {
    List<Handover> handovers = new ArrayList<>(); // all is read before anything is written
    for (Succession succession : changed.successions()) {
      AreaPath path = Objects.requireNonNull(changed.paths().get(succession.cellId()));
      handovers.add(new Handover(succession.cellId(), path, holders(succession)));
    }
    for (Handover each : handovers) {
      posts.write(each.cellId, each.path, each.to.main(), each.to.backups(), changed.actor());
    }
  }

  private Holders holders(Succession succession) {
    Long main = null;
    Set<Long> backups = new LinkedHashSet<>();
    boolean first = true;
    for (Long from : succession.from()) {
      for (Roster.Post post : held(from, succession.asOf())) {
        if (post.rank() == ResponsibilityRank.MAIN && main == null) {
          main = post.workerId();
        } else if (first || post.rank() == ResponsibilityRank.MAIN) {
          backups.add(post.workerId());
        }
      }
      first = false;
    }
    if (main != null) {
      backups.remove(main);
    }
    return new Holders(main, List.copyOf(backups));
  }

  private List<Roster.Post> held(long cellId, @Nullable Instant asOf) {
    return asOf == null
        ? rosterRows.listPosts(List.of(cellId))
        : rows.listPostsAt(cellId, asOf.minusNanos(1_000));
  }
}
