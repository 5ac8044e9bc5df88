package org.gridward.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.dispatch.ranking.Candidate;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.rulebook.Rulebook;
import org.gridward.shared.AreaPath;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries again what waits, when somebody comes on duty or gets room. Without stampede: it ranks in
 * memory, the most severe and oldest first, and makes due only as many as the worker has room for.
 */
@Component
class WaitingRoom {

  private static final int PAGE = 25;
  private static final int DEEPEST = 1000;

  private final WorkTable work;
  private final Incidents incidents;
  private final Situations situations;
  private final AssignmentTable assignments;
  private final Workforce workforce;
  private final Areas areas;
  private final Rulebook rulebook;
  private final TransactionTemplate transaction;

  WaitingRoom(
      WorkTable work,
      Incidents incidents,
      Situations situations,
      AssignmentTable assignments,
      Workforce workforce,
      Areas areas,
      Rulebook rulebook,
      TransactionTemplate transaction) {
    this.work = work;
    this.incidents = incidents;
    this.situations = situations;
    this.assignments = assignments;
    this.workforce = workforce;
    this.areas = areas;
    this.rulebook = rulebook;
    this.transaction = transaction;
  }

  /** Everybody for whom it may be worth trying: all on duty, while anything waits. */
  Set<Long> listRetryable() {
    return work.anyRetried()
        ? workforce.listOnDuty(AreaPath.ROOT).stream().map(Worker::id).collect(Collectors.toSet())
        : Set.of();
  }

  /**
   * Makes due what these workers might take.
   *
   * @return how many incidents
   */
  int retryFor(Collection<Long> workerIds) {
    Map<Long, Integer> loads = assignments.countActive(workerIds);
    int due = 0;
    for (long id : workerIds) {
      Worker worker = workforce.find(id).filter(Worker::onDuty).orElse(null);
      int room = worker == null ? 0 : worker.capacity() - loads.getOrDefault(id, 0);
      if (worker != null && room > 0) {
        due += retry(worker, room);
      }
    }
    return due;
  }

  private int retry(Worker worker, int room) {
    Integer due =
        transaction.execute(
            status -> {
              int left = room;
              for (AreaPath area : reach(worker)) {
                left -= retry(area, left);
              }
              return room - left;
            });
    return due == null ? 0 : due;
  }

  private int retry(AreaPath area, int room) {
    int left = room;
    int offset = 0;
    while (left > 0 && offset < DEEPEST) {
      List<UUID> waiting = work.listRetried(area, offset, PAGE);
      List<UUID> fit = servable(waiting, left);
      int due = fit.isEmpty() ? 0 : work.retry(fit);
      left -= due;
      offset = waiting.size() < PAGE ? DEEPEST : offset + PAGE - due;
    }
    return room - left;
  }

  /** Those of {@code waiting} for whom there is somebody now, at most {@code limit}, in order. */
  private List<UUID> servable(List<UUID> waiting, int limit) {
    Map<UUID, IncidentView> views =
        incidents.list(waiting).stream()
            .collect(Collectors.toMap(IncidentView::id, Function.identity()));
    Situation situation = situations.gather(views.values());
    List<UUID> servable = new ArrayList<>();
    for (UUID id : waiting) {
      IncidentView view = views.get(id);
      if (view != null && servable.size() < limit) {
        situation
            .rank(view)
            .chosen()
            .map(Candidate::workerId)
            .ifPresent(
                one -> {
                  situation.take(one);
                  servable.add(id);
                });
      }
    }
    return servable;
  }

  /** Where a worker can be asked: the surroundings of their area, and their cells elsewhere. */
  private Set<AreaPath> reach(Worker worker) {
    Set<AreaPath> reach = new LinkedHashSet<>();
    surroundings(worker.area()).ifPresent(reach::add);
    for (long cell : workforce.listCells(worker.id())) {
      areas
          .find(cell)
          .map(Area::path)
          .filter(path -> reach.stream().noneMatch(known -> known.contains(path)))
          .ifPresent(reach::add);
    }
    return reach;
  }

  /** The area for whose cells a worker of {@code area} is near; cells all lie at one depth. */
  private Optional<AreaPath> surroundings(AreaPath area) {
    return areas.listCells(area).stream()
        .findFirst()
        .map(cell -> Contenders.nearby(cell.path(), rulebook.current()))
        .filter(near -> near.contains(area));
  }
}
