package org.gridward.tracking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes batches durable: those that wait while one commit is under way share the next, so the disk
 * is waited for once for all of them. A sender waits for its own batch and so cannot outrun it.
 */
@Component
@OnServer
class PositionCommits implements SmartLifecycle {

  private static final int MOST_BATCHES = 64;

  private final PositionTable table;
  private final LatestPositions latest;
  private final Counter stored;
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private @Nullable Thread thread;

  PositionCommits(PositionTable table, LatestPositions latest, MeterRegistry meters) {
    this.table = table;
    this.latest = latest;
    this.stored =
        Counter.builder("gridward.tracking.positions")
            .description("Positions made durable")
            .register(meters);
  }

  private record Waiting(List<Position> positions, CompletableFuture<@Nullable Void> done) {}

  /** Returns once the positions are committed and are the latest known. */
  void commit(List<Position> positions) {
    if (positions.isEmpty()) {
      return;
    }
    Waiting waiting = new Waiting(positions, new CompletableFuture<>());
    queue.add(waiting);
    if (!isRunning()) {
      queue.remove(waiting);
      throw new IllegalStateException("the server is going down");
    }
    try {
      waiting.done().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void work() {
    try {
      while (true) {
        List<Waiting> together = new ArrayList<>();
        together.add(queue.take());
        queue.drainTo(together, MOST_BATCHES - 1);
        store(together);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      List<Waiting> rest = new ArrayList<>();
      queue.drainTo(rest);
      fail(rest, new IllegalStateException("the server is going down"));
    }
  }

  private void store(List<Waiting> together) {
    List<Position> all = together.stream().flatMap(w -> w.positions().stream()).toList();
    try {
      table.copy(all);
    } catch (RuntimeException e) {
      fail(together, e);
      return;
    }
    latest.update(all);
    stored.increment(all.size());
    together.forEach(waiting -> waiting.done().complete(null));
  }

  private static void fail(List<Waiting> together, RuntimeException cause) {
    together.forEach(waiting -> waiting.done().completeExceptionally(cause));
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("position-commits").start(this::work);
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

  @Override
  public int getPhase() {
    return -700;
  }
}
