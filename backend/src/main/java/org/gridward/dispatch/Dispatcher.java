package org.gridward.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes turns as long as there is due work; sleeps until the {@link Bell} rings or the poll comes
 * round. It keeps nothing of its own: a killed one loses nothing.
 */
@Component
@OnServer
class Dispatcher implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /**
   * So many incidents a transaction: long enough to share a commit, short enough not to hold the
   * journal.
   */
  static final int TURN = 32;

  /** So many workers with room are served between two turns. */
  private static final int RETRIES = 8;

  private final DispatchTurn turn;
  private final WaitingRoom waiting;
  private final Bell bell;
  private final Duration pollEvery;
  private final Duration retryEvery;
  private volatile boolean running;
  private @Nullable Thread thread;
  private long sweptAt = System.nanoTime();

  Dispatcher(
      DispatchTurn turn,
      WaitingRoom waiting,
      Bell bell,
      @Value("${gridward.dispatch.poll-every:500ms}") Duration pollEvery,
      @Value("${gridward.dispatch.retry-every:20s}") Duration retryEvery) {
    this.turn = turn;
    this.waiting = waiting;
    this.bell = bell;
    this.pollEvery = pollEvery;
    this.retryEvery = retryEvery;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("dispatcher").start(this::loop);
  }

  private void loop() {
    while (running) {
      try {
        retryFor(bell.await(pollEvery.toMillis()));
        while (running && turn.take(TURN) > 0) {
          retryFor(bell.takeFreed());
        }
        sweep();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("dispatch pauses: {}", e.toString());
        pause();
      }
    }
  }

  /**
   * Tries what waits for a few of those who have room; the others ring again, so that a whole shift
   * coming on duty does not keep new incidents from their turn.
   */
  private void retryFor(Set<Long> freed) {
    if (freed.isEmpty()) {
      return;
    }
    waiting.retryFor(freed.stream().limit(RETRIES).toList());
    if (freed.size() > RETRIES) {
      bell.ring(freed.stream().skip(RETRIES).collect(Collectors.toSet()));
    }
  }

  /** The net under lost rings: only when nothing is due, and never right after the last one. */
  private void sweep() {
    if (System.nanoTime() - sweptAt > retryEvery.toNanos()) {
      bell.ring(waiting.listRetryable());
      sweptAt = System.nanoTime();
    }
  }

  /** The database is away: don't hammer it. */
  private void pause() {
    try {
      Thread.sleep(pollEvery);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
    bell.ring(Set.of());
    Thread current = thread;
    if (current != null) {
      try {
        current.join(Duration.ofSeconds(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
