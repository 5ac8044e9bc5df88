package org.gridward.incident.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Once an hour, on one of the nodes, forgets idempotency keys that are too old to be sent again.
 */
@Configuration(proxyBeanMethods = false)
class RequestKeySweep {

  private static final Duration KEPT = Duration.ofDays(7);

  @Bean
  RecurringTask<Void> forgetRequestKeys(JdbcClient jdbc, Clock clock) {
    return Tasks.recurring("incident-forget-request-keys", FixedDelay.of(Duration.ofHours(1)))
        .execute(
            (instance, context) ->
                jdbc.sql("delete from idempotency where created_at < ?")
                    .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                    .update());
  }
}
