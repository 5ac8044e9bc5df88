package org.gridward.cli.replay;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One line, renewed each second on a terminal and each ten seconds in a file. */
final class Progress implements AutoCloseable {

  private final Replay replay;
  private final Tally tally;
  private final PrintStream out;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final int seconds = terminal ? 1 : 10;
  private long before;

  Progress(Replay replay, Tally tally, PrintStream out) {
    this.replay = replay;
    this.tally = tally;
    this.out = out;
    timer.scheduleAtFixedRate(this::show, seconds, seconds, TimeUnit.SECONDS);
  }

  private void show() {
    out.print((terminal ? "\r\033[K" : "") + line() + (terminal ? "" : "\n"));
    out.flush();
  }

  private String line() {
    long done = tally.done();
    long rate = (done - before) / seconds;
    before = done;
    String faults = tally.faults().isEmpty() ? "" : " · faults " + tally.faults();
    return String.format(
        Locale.ROOT,
        "%s · %,d reported · %,d closed · %,d/s · %.1f s behind%s",
        replay.now,
        done,
        tally.settled.sum(),
        rate,
        replay.behind.toMillis() / 1000.0,
        faults);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    if (terminal) {
      out.println();
    }
  }
}
