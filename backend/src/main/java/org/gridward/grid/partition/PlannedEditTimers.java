package org.gridward.grid.partition;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The days of planned edits as rows of {@code scheduled_tasks}, written by the transaction that
 * plans. A timer whose edit was cancelled fires and finds nothing to do.
 */
@Configuration(proxyBeanMethods = false)
class PlannedEditTimers {

  private static final TaskDescriptor<Void> DAY = TaskDescriptor.of("grid.planned-edit");

  static void start(SchedulerClient client, long id, Instant at) {
    client.scheduleIfNotExists(DAY.instance(Long.toString(id)).build(), at);
  }

  @Bean
  Task<Void> plannedEditTimer(ObjectProvider<PlannedEditMaker> maker) {
    return Tasks.oneTime(DAY)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(30)))
        .execute((timer, context) -> maker.getObject().make(Long.parseLong(timer.getId())));
  }
}
