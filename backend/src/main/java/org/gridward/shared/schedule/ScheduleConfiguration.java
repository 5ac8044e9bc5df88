package org.gridward.shared.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.gridward.shared.OnServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler over all {@code Task} beans. What is scheduled inside a Spring transaction becomes
 * due only with its commit. Whether something is due is asked of the injected clock; how often the
 * table is looked at is real time.
 */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

  private static final int THREADS = 4;
  // Fetch again when half a thread's worth is left, never more than four per thread at once.
  private static final double FETCH_BELOW = 0.5;
  private static final double FETCH_UP_TO = 4.0;

  @Bean
  @OnServer
  @DependsOnDatabaseInitialization
  Scheduler scheduler(
      DataSource source,
      ObjectProvider<Task<?>> tasks,
      Clock clock,
      @Value("${gridward.schedule.poll-every:500ms}") Duration pollEvery) {
    List<Task<?>> known = new ArrayList<>();
    List<Task<?>> recurring = new ArrayList<>();
    tasks
        .orderedStream()
        .forEach(task -> (task instanceof OnStartup ? recurring : known).add(task));
    return Scheduler.create(new TransactionAwareDataSourceProxy(source), known)
        .startTasks(startTasks(recurring))
        .clock(clock::instant)
        .pollingInterval(pollEvery)
        .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        .threads(THREADS)
        .enableImmediateExecution()
        .shutdownMaxWait(Duration.ofSeconds(10))
        .build();
  }

  /** Tools may put work into the table; only a server does it. */
  @Bean
  @ConditionalOnProperty(name = "gridward.role", havingValue = "tool")
  SchedulerClient schedulerClient(DataSource source, ObjectProvider<Task<?>> tasks) {
    return SchedulerClient.Builder.create(
            new TransactionAwareDataSourceProxy(source), tasks.orderedStream().toList())
        .build();
  }

  @Bean
  @OnServer
  SchedulerLife schedulerLife(Scheduler scheduler) {
    return new SchedulerLife(scheduler);
  }

  // Sound: only tasks that are OnStartup are put into the list.
  @SuppressWarnings("unchecked")
  private static <T extends Task<?> & OnStartup> List<T> startTasks(List<Task<?>> recurring) {
    return (List<T>) (List<?>) recurring;
  }
}
