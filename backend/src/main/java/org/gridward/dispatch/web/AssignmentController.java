package org.gridward.dispatch.web;

import java.util.List;
import java.util.UUID;
import org.gridward.dispatch.Assignment;
import org.gridward.dispatch.Assignments;
import org.gridward.dispatch.Assignments.Feedback;
import org.gridward.dispatch.NotAWorker;
import org.gridward.dispatch.StepUnknown;
import org.gridward.dispatch.web.MyAssignments.MyAssignment;
import org.gridward.identity.Caller;
import org.gridward.shared.Actor;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The worker's side: what is mine, and what I say about it. */
@RestController
@RequestMapping("/api/assignments")
class AssignmentController {

  private final Assignments assignments;
  private final MyAssignments mine;
  private final Workforce workforce;

  AssignmentController(Assignments assignments, MyAssignments mine, Workforce workforce) {
    this.assignments = assignments;
    this.mine = mine;
    this.workforce = workforce;
  }

  record MyList(List<MyAssignment> items, @Nullable String next) {}

  @GetMapping("/mine")
  MyList listMine(Caller caller) {
    return new MyList(mine.list(workerId(caller)), null);
  }

  /**
   * What a step may say.
   *
   * @param reason why refused
   * @param note what was found and done
   * @param attachments photos uploaded before
   */
  record StepRequest(
      @Nullable String reason, @Nullable String note, @Nullable List<UUID> attachments) {

    static final StepRequest EMPTY = new StepRequest(null, null, null);

    Feedback feedback() {
      return new Feedback(note, attachments == null ? List.of() : attachments);
    }
  }

  @PostMapping("/{id}/{step}")
  AssignmentView take(
      @PathVariable UUID id,
      @PathVariable String step,
      @RequestBody(required = false) @Nullable StepRequest request,
      Caller caller) {
    long worker = workerId(caller);
    Actor actor = caller.actor();
    StepRequest said = request == null ? StepRequest.EMPTY : request;
    Assignment now =
        switch (step) {
          case "received" -> assignments.received(id, worker, actor);
          case "opened" -> assignments.opened(id, worker, actor);
          case "accept" -> assignments.accept(id, worker, actor);
          case "refuse" -> assignments.refuse(id, worker, said.reason(), actor);
          case "arrive" -> assignments.arrive(id, worker, actor);
          case "done" -> assignments.done(id, worker, said.feedback(), actor);
          default -> throw new StepUnknown(step);
        };
    return AssignmentView.of(now);
  }

  private long workerId(Caller caller) {
    return workforce.findByUser(caller.userId()).map(Worker::id).orElseThrow(NotAWorker::new);
  }
}
