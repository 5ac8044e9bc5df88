package org.gridward.cli.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Plays the file in the order of its times: a report when it was made, its settling when it was
 * closed. At most {@code connections} requests are under way; a settling always follows its report.
 */
final class Replay {

  /** The row was taken before, by a replay with other options, such as {@code --times}. */
  private static final String TAKEN_WITH_OTHER_WORDS = "idempotency-key-reused";

  private record Closing(Instant at, PastReport report) {}

  private final PastReports file;
  private final IntakeClient client;
  private final Settlement settlement;
  private final Pace pace;
  private final Tally tally;
  private final @Nullable Instant from;
  private final boolean closings;
  private final int connections;
  private final Semaphore underWay;
  private final PriorityQueue<Closing> pending =
      new PriorityQueue<>(Comparator.comparing(Closing::at));
  private final Map<String, CompletableFuture<Receipt>> receipts = new ConcurrentHashMap<>();

  private volatile boolean stopped;
  volatile @Nullable Instant now;
  volatile Duration behind = Duration.ZERO;

  Replay(PastReports file, IntakeClient client, ReplayOptions options, Tally tally) {
    this.file = file;
    this.client = client;
    this.settlement = new Settlement(client, tally);
    this.pace = new Pace(options.speed());
    this.tally = tally;
    this.from = options.from();
    this.closings = options.closings();
    this.connections = options.connections();
    this.underWay = new Semaphore(connections);
  }

  /** Returns when all has been played, or after {@link #stop}. */
  void run() throws InterruptedException {
    try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Optional<PastReport> row = file.next(); row.isPresent() && !stopped; row = file.next()) {
        playClosings(requests, row.get().created());
        play(requests, row.get());
      }
      playClosings(requests, Instant.MAX);
      underWay.acquire(connections);
    }
  }

  /** Ends after the requests that are under way. */
  void stop() {
    stopped = true;
  }

  private void play(ExecutorService requests, PastReport report) throws InterruptedException {
    report
        .closed()
        .filter(at -> closings && wanted(at))
        .ifPresent(at -> pending.add(new Closing(at, report)));
    if (wanted(report.created()) && await(report.created())) {
      CompletableFuture<Receipt> receipt = new CompletableFuture<>();
      if (report.closed().isPresent() && closings) {
        receipts.put(report.key(), receipt);
      }
      submit(requests, report.row(), () -> receipt.complete(report(report)), receipt);
    }
  }

  private boolean wanted(Instant at) {
    return from == null || !at.isBefore(from);
  }

  private void playClosings(ExecutorService requests, Instant until) throws InterruptedException {
    while (!stopped && !pending.isEmpty() && pending.peek().at().isBefore(until)) {
      Closing closing = pending.remove();
      if (await(closing.at())) {
        submit(requests, closing.report().row(), () -> close(closing.report()), null);
      }
    }
  }

  private Receipt report(PastReport report) throws IOException, InterruptedException {
    Receipt receipt = client.report(report);
    (receipt.fresh() ? tally.reported : tally.known).increment();
    return receipt;
  }

  private void close(PastReport report) throws IOException, InterruptedException {
    CompletableFuture<Receipt> known = receipts.remove(report.key());
    Receipt receipt;
    try {
      receipt = known == null ? client.report(report) : known.get();
    } catch (ExecutionException e) {
      return; // the report was refused, and that was counted
    }
    settlement.settle(receipt);
  }

  /** Waits for its time; false when told to stop. */
  private boolean await(Instant at) throws InterruptedException {
    Duration wait = pace.untilDue(at);
    now = at;
    behind = wait.isNegative() ? wait.negated() : Duration.ZERO;
    while (!stopped && wait.isPositive()) {
      Thread.sleep(Math.min(wait.toMillis() + 1, 200));
      wait = pace.untilDue(at);
    }
    return !stopped;
  }

  private interface Request {
    void send() throws IOException, InterruptedException;
  }

  private void submit(
      ExecutorService requests,
      long row,
      Request request,
      @Nullable CompletableFuture<Receipt> receipt)
      throws InterruptedException {
    underWay.acquire();
    requests.execute(
        () -> {
          try {
            request.send();
          } catch (ServerRefused e) {
            failed(row, e.code(), e, receipt);
          } catch (IOException e) {
            failed(row, "unreachable", e, receipt);
          } catch (RuntimeException e) { // its closing waits for the answer
            failed(row, "failed", e, receipt);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            underWay.release();
          }
        });
  }

  private void failed(
      long row, String code, Exception e, @Nullable CompletableFuture<Receipt> receipt) {
    if (code.equals(TAKEN_WITH_OTHER_WORDS)) {
      tally.known.increment();
    } else {
      tally.fault(row, code, String.valueOf(e.getMessage()));
    }
    if (receipt != null) {
      receipt.completeExceptionally(e);
    }
  }
}
