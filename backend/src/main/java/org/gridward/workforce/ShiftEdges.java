package org.gridward.workforce;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import org.gridward.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a shift begins or ends, duty changes by itself: due work that tells so at its time. */
@Configuration(proxyBeanMethods = false)
class ShiftEdges {

  private static final TaskDescriptor<Void> EDGE = TaskDescriptor.of("shift-edge");

  static void plan(SchedulerClient client, long shiftId, long workerId, Instant at) {
    client.scheduleIfNotExists(
        EDGE.instance(workerId + "/" + shiftId + "/" + at.toEpochMilli()).build(), at);
  }

  @Bean
  Task<Void> shiftEdge(ObjectProvider<DutyBook> duty, ObjectProvider<TransactionTemplate> work) {
    return Tasks.oneTime(EDGE)
        .execute(
            (instance, _) -> {
              long workerId = Long.parseLong(instance.getId().split("/", 2)[0]);
              work.getObject()
                  .executeWithoutResult(_ -> duty.getObject().settle(workerId, Actor.SYSTEM));
            });
  }
}
