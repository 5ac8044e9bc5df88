package org.gridward.tracking;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the days' partitions ahead and drops those that need not be kept any longer. */
@Component
class PositionDays {

  private static final Logger LOG = LoggerFactory.getLogger(PositionDays.class);
  private static final String PREFIX = "worker_position_";
  private static final int DAYS_AHEAD = 7;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final int keepDays;

  PositionDays(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${gridward.tracking.keep-days:30}") int keepDays) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.keepDays = keepDays;
  }

  void keepUp() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.execute("select pg_advisory_xact_lock(hashtext('gridward.tracking.days'))");
          LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
          today.datesUntil(today.plusDays(DAYS_AHEAD + 1L)).forEach(this::make);
          dropBefore(today.minusDays(keepDays));
        });
  }

  private void make(LocalDate day) {
    String from = day + " 00:00:00+00";
    String to = day.plusDays(1) + " 00:00:00+00";
    if (!isInOther(from, to)) {
      jdbc.execute(
          "create table if not exists "
              + name(day)
              + " partition of worker_position for values from ('%s') to ('%s')"
                  .formatted(from, to));
    }
  }

  /** What came in while a day had no partition stays where it is, and so does the rest of it. */
  private boolean isInOther(String from, String to) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select from worker_position_other
                           where received_at >= ?::timestamptz and received_at < ?::timestamptz)
            """,
            Boolean.class,
            from,
            to));
  }

  private void dropBefore(LocalDate first) {
    jdbc.update("delete from worker_position_other where received_at < ?", first);
    List<String> days =
        jdbc.queryForList(
            """
            select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
            where inhparent = 'worker_position'::regclass and relname ~ '^worker_position_\\d{8}$'
              and relname < ? order by relname
            """,
            String.class, name(first));
    for (String day : days) {
      jdbc.execute("drop table " + day);
      LOG.info("Dropped the positions of {}", day.substring(PREFIX.length()));
    }
  }

  private static String name(LocalDate day) {
    return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  /** The recurring work. */
  @Configuration(proxyBeanMethods = false)
  static class Schedule {
    @Bean
    Task<Void> positionDaysTask(PositionDays days) {
      return Tasks.recurring("position-days", FixedDelay.of(Duration.ofHours(6)))
          .execute((instance, context) -> days.keepUp());
    }
  }
}
