package org.gridward.incident.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets concurrent requests share a transaction. A request queues its item and waits; a committer
 * takes whatever is queued, at most {@code maxBatch}, and commits it at once. Nothing waits for a
 * batch to fill: a lone item is committed alone and at once, and while one commit is on its way to
 * the disk the next batch gathers by itself.
 *
 * <p>A batch that fails is committed again item by item, so that one bad item fails alone. The
 * commit function must therefore recognise an item whose first commit went through although its
 * answer was lost. Thread-safe.
 *
 * @param <T> what is committed
 * @param <R> its answer
 */
final class GroupCommit<T, R> {

  /** Commits all items in one transaction, or none and throws; answers in the order of items. */
  interface Batch<T, R> extends Function<List<T>, List<R>> {}

  private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  private static final int LOOK_UP_MILLIS = 500;

  private final int maxBatch;
  private final Batch<T, R> batch;
  private final Predicate<RuntimeException> hopeless;
  private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>();
  private final List<Thread> committers = new ArrayList<>();
  private volatile boolean running;

  /**
   * @param hopeless failures after which trying the next item of a failed batch is pointless, such
   *     as a database that cannot be reached
   */
  GroupCommit(int maxBatch, Batch<T, R> batch, Predicate<RuntimeException> hopeless) {
    this.maxBatch = maxBatch;
    this.batch = batch;
    this.hopeless = hopeless;
  }

  /** Commits the item, alone or with others, and answers once it is durable. */
  R commit(T item) {
    Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
    queue.add(waiting);
    if (!running && queue.remove(waiting)) {
      commitAll(List.of(waiting));
    }
    try {
      return waiting.answer().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Starts {@code threads} committers; without them each item is committed by its own thread. */
  synchronized void start(int threads) {
    running = true;
    for (int i = 1; i <= threads; i++) {
      committers.add(Thread.ofPlatform().name("intake-" + i).daemon().start(this::run));
    }
  }

  /** Commits what is queued and ends the committers. */
  synchronized void stop() throws InterruptedException {
    running = false;
    for (Thread committer : committers) {
      committer.join();
    }
    committers.clear();
  }

  /** How many items wait to be taken. */
  int queued() {
    return queue.size();
  }

  boolean running() {
    return running;
  }

  private void run() {
    while (running || !queue.isEmpty()) {
      try {
        commitNext();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void commitNext() throws InterruptedException {
    Waiting<T, R> first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    List<Waiting<T, R>> taken = new ArrayList<>();
    taken.add(first);
    queue.drainTo(taken, maxBatch - 1);
    commitAll(taken);
  }

  private void commitAll(List<Waiting<T, R>> taken) {
    @Nullable Throwable failure = tryCommit(taken);
    if (failure == null) {
      return;
    }
    if (taken.size() == 1 || isHopeless(failure)) {
      taken.forEach(waiting -> waiting.answer().completeExceptionally(failure));
      return;
    }
    commitOneByOne(taken);
  }

  private void commitOneByOne(List<Waiting<T, R>> taken) {
    @Nullable Throwable end = null;
    for (Waiting<T, R> waiting : taken) {
      Throwable failure = end != null ? end : tryCommit(List.of(waiting));
      if (failure != null) {
        waiting.answer().completeExceptionally(failure);
        end = isHopeless(failure) ? failure : null;
      }
    }
  }

  private @Nullable Throwable tryCommit(List<Waiting<T, R>> taken) {
    try {
      List<R> answers = batch.apply(taken.stream().map(Waiting::item).toList());
      for (int i = 0; i < taken.size(); i++) {
        taken.get(i).answer().complete(answers.get(i));
      }
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private boolean isHopeless(Throwable failure) {
    return failure instanceof RuntimeException e && hopeless.test(e);
  }
}
