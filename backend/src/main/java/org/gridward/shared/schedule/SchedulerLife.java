package org.gridward.shared.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Starts the scheduler after everything else and stops it before. */
class SchedulerLife implements SmartLifecycle {

  private final Scheduler scheduler;
  private volatile boolean running;

  SchedulerLife(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
