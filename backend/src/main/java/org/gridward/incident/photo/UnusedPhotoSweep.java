package org.gridward.incident.photo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once an hour, on one of the nodes, drops photos that nobody used. */
@Configuration(proxyBeanMethods = false)
class UnusedPhotoSweep {

  private static final Logger LOG = LoggerFactory.getLogger(UnusedPhotoSweep.class);

  @Bean
  RecurringTask<Void> dropUnusedPhotos(Photos photos) {
    return Tasks.recurring("incident-drop-unused-photos", FixedDelay.of(Duration.ofHours(1)))
        .execute((instance, context) -> LOG.info("dropped {} unused photos", photos.dropUnused()));
  }
}
