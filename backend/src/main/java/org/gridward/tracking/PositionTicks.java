package org.gridward.tracking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells who has moved, once a tick, however many positions came in. */
@Component
@OnServer
class PositionTicks implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PositionTicks.class);

  private final LatestPositions latest;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Duration tick;
  private @Nullable Thread thread;

  PositionTicks(
      LatestPositions latest,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${gridward.tracking.tick:500ms}") Duration tick) {
    this.latest = latest;
    this.events = events;
    this.clock = clock;
    this.tick = tick;
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(tick.toNanos());
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    List<Position> moved = latest.takeMoved();
    if (moved.isEmpty()) {
      return;
    }
    try {
      events.publishEvent(new WorkersMoved(clock.instant(), moved));
    } catch (RuntimeException e) {
      LOG.warn("Positions of this tick were not shown", e);
    }
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("position-ticks").start(this::run);
  }

  @Override
  public void stop() {
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
