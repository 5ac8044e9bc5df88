package org.gridward.workforce.web;

import java.util.List;
import org.gridward.workforce.Duty;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;

/** A worker with the cells answered for. */
record WorkerView(
    long id,
    long userId,
    String name,
    @Nullable String rank,
    String areaPath,
    List<String> skills,
    int capacity,
    boolean onDuty,
    Duty duty,
    List<Long> cells) {

  static WorkerView of(Worker worker, Workforce workforce) {
    return new WorkerView(
        worker.id(),
        worker.userId(),
        worker.name(),
        worker.rank(),
        worker.area().value(),
        worker.skills().stream().sorted().toList(),
        worker.capacity(),
        worker.onDuty(),
        workforce.duty(worker.id()),
        workforce.listCells(worker.id()));
  }
}
