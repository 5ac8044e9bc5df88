package org.gridward.dispatch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The time-outs of offers as rows of {@code scheduled_tasks}, written by the transaction that makes
 * the offer. A timer whose offer has been answered fires and finds nothing to do.
 */
@Component
class OfferTimers {

  static final TaskDescriptor<Void> EXPIRY = TaskDescriptor.of("dispatch.offer-expiry");

  private final ObjectProvider<SchedulerClient> scheduler;

  OfferTimers(ObjectProvider<SchedulerClient> scheduler) {
    this.scheduler = scheduler;
  }

  void start(List<Assignment> offers) {
    List<SchedulableInstance<?>> timers =
        offers.stream().<SchedulableInstance<?>>map(OfferTimers::timer).toList();
    scheduler.getObject().scheduleBatch(timers);
  }

  private static SchedulableInstance<Void> timer(Assignment offer) {
    return SchedulableInstance.of(
        new TaskInstance<>(EXPIRY.getTaskName(), offer.id().toString()), offer.expiresAt());
  }
}
