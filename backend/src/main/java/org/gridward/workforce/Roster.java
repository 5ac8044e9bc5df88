package org.gridward.workforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** Every worker and every responsibility at one moment. Immutable: a change makes a new one. */
final class Roster {

  /** Who answers for a cell, as what. */
  record Post(long cellId, long workerId, ResponsibilityRank rank) {}

  private final Map<Long, RosterEntry> workers;
  private final Map<Long, Long> workerByUser;
  private final Map<Long, List<Post>> postsByCell;
  private final Map<Long, List<Long>> cellsByWorker;
  private final NavigableMap<String, List<RosterEntry>> workersByArea;

  private Roster(Map<Long, RosterEntry> workers, Map<Long, List<Post>> postsByCell) {
    this.workers = workers;
    this.postsByCell = postsByCell;
    this.workerByUser = HashMap.newHashMap(workers.size());
    workers.values().forEach(entry -> workerByUser.put(entry.on().userId(), entry.id()));
    this.cellsByWorker = HashMap.newHashMap(workers.size());
    for (List<Post> posts : postsByCell.values()) {
      for (Post post : posts) {
        cellsByWorker.computeIfAbsent(post.workerId(), _ -> new ArrayList<>()).add(post.cellId());
      }
    }
    cellsByWorker.values().forEach(cells -> cells.sort(Comparator.naturalOrder()));
    this.workersByArea = new TreeMap<>();
    workers
        .values()
        .forEach(
            entry ->
                workersByArea
                    .computeIfAbsent(entry.on().area().value(), _ -> new ArrayList<>())
                    .add(entry));
  }

  static Roster of(Collection<RosterEntry> entries, Collection<Post> posts) {
    Map<Long, RosterEntry> workers = new TreeMap<>();
    entries.forEach(entry -> workers.put(entry.id(), entry));
    return new Roster(workers, group(posts));
  }

  private static Map<Long, List<Post>> group(Collection<Post> posts) {
    Map<Long, List<Post>> byCell = new HashMap<>();
    for (Post post : posts) {
      byCell.computeIfAbsent(post.cellId(), _ -> new ArrayList<>()).add(post);
    }
    byCell.values().forEach(list -> list.sort(Comparator.comparing(Post::rank)));
    return byCell;
  }

  /** This roster with these workers as they are now, and these cells answered for so. */
  Roster with(
      Collection<Long> workerIds,
      Collection<RosterEntry> entries,
      Collection<Long> cellIds,
      Collection<Post> posts) {
    Map<Long, RosterEntry> newWorkers = workers;
    if (!workerIds.isEmpty()) {
      newWorkers = new TreeMap<>(workers);
      newWorkers.keySet().removeAll(workerIds);
      for (RosterEntry entry : entries) {
        newWorkers.put(entry.id(), entry);
      }
    }
    Map<Long, List<Post>> newPosts = postsByCell;
    if (!cellIds.isEmpty()) {
      newPosts = new HashMap<>(postsByCell);
      newPosts.keySet().removeAll(cellIds);
      newPosts.putAll(group(posts));
    }
    return new Roster(newWorkers, newPosts);
  }

  @Nullable RosterEntry find(long workerId) {
    return workers.get(workerId);
  }

  @Nullable RosterEntry findByUser(long userId) {
    Long id = workerByUser.get(userId);
    return id == null ? null : workers.get(id);
  }

  /** Who belongs to the area or to one below it, in order of ids. */
  List<RosterEntry> listIn(AreaPath area) {
    if (area.isRoot()) {
      return List.copyOf(workers.values());
    }
    return workersByArea.subMap(area.value(), area.value() + Character.MAX_VALUE).values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(RosterEntry::id))
        .toList();
  }

  /** Main first. */
  List<Post> posts(long cellId) {
    return postsByCell.getOrDefault(cellId, List.of());
  }

  List<Long> cells(long workerId) {
    return List.copyOf(cellsByWorker.getOrDefault(workerId, List.of()));
  }
}
