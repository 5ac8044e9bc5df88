package org.gridward.dispatch;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the scheduler how an offer's timer goes off. */
@Configuration(proxyBeanMethods = false)
class OfferExpiryTask {

  @Bean
  Task<Void> offerExpiryTimer(OfferExpiry expiry) {
    return Tasks.oneTime(OfferTimers.EXPIRY)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(5)))
        .execute((timer, context) -> expiry.expire(UUID.fromString(timer.getId())));
  }
}
