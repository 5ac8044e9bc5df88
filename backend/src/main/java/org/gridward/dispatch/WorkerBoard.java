package org.gridward.dispatch;

import java.util.List;
import java.util.Map;
import org.gridward.shared.AreaPath;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Service;

/** The workers of an area with what they have in hand and where they are: one query. */
@Service
public class WorkerBoard {

  private final Workforce workforce;
  private final AssignmentTable assignments;
  private final Whereabouts whereabouts;

  WorkerBoard(Workforce workforce, AssignmentTable assignments, Whereabouts whereabouts) {
    this.workforce = workforce;
    this.assignments = assignments;
    this.whereabouts = whereabouts;
  }

  /** The active workers who belong to the area or to one below it. */
  public List<WorkerStatus> list(AreaPath area) {
    List<Worker> workers = workforce.list(area);
    Map<Long, Integer> loads = assignments.countActive(workers.stream().map(Worker::id).toList());
    return workers.stream()
        .map(worker -> status(worker, loads.getOrDefault(worker.id(), 0)))
        .toList();
  }

  private WorkerStatus status(Worker worker, int active) {
    return new WorkerStatus(
        worker.id(),
        worker.name(),
        worker.rank(),
        worker.area(),
        worker.skills(),
        worker.capacity(),
        worker.onDuty(),
        active,
        worker.onDuty() ? whereabouts.find(worker.id()).orElse(null) : null);
  }
}
