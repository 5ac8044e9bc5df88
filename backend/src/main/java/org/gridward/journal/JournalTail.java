package org.gridward.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gridward.shared.AreaPath;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Follows the journal for every reader in this process: one thread reads what is new, once, and
 * each reader gets it in order from there. Woken by a commit here, by a notification from another
 * process, and every half second in any case. Thread-safe.
 */
@Component
@OnServer
public class JournalTail implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);
  private static final int PAGE = 1_000;
  private static final Duration SHORTEST_RETRY = Duration.ofMillis(1);
  private static final Duration LONGEST_RETRY = Duration.ofMillis(50);

  private final JournalTable table;
  private final Clock clock;
  private final Timer delay;
  private final Duration pollEvery;
  private final int keep;
  private final Signal wake = new Signal();
  private final Set<TailReader> readers = ConcurrentHashMap.newKeySet();
  private volatile @Nullable RecentEntries recent;
  private @Nullable Thread thread;
  private volatile Instant readAt;

  JournalTail(
      JournalTable table,
      JournalWake commits,
      Clock clock,
      MeterRegistry meters,
      @Value("${gridward.journal.poll-every:500ms}") Duration pollEvery,
      @Value("${gridward.journal.keep-recent:10000}") int keep) {
    this.table = table;
    this.clock = clock;
    this.pollEvery = pollEvery;
    this.keep = keep;
    this.readAt = clock.instant();
    this.delay =
        Timer.builder("gridward.journal.delay")
            .description("From writing an entry to its readers in this process having it")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
    commits.add(wake::give);
  }

  /**
   * Reads on from {@code from}: {@code reader} gets every later entry exactly once, in order, in
   * batches, on a thread of its own, until the subscription is closed. A slow reader delays nobody
   * else. A reader that throws gets the same batch again after a second.
   */
  public TailSubscription subscribe(Cursor from, Consumer<List<JournalEntry>> reader) {
    TailReader following = new TailReader(this, from, reader, readers::remove);
    readers.add(following);
    following.start();
    return following;
  }

  /** The last place this process has read; later entries will come after it. */
  public Cursor position() {
    return recent().newest();
  }

  /** When this process last had a look at the table that succeeded. */
  Instant readAt() {
    return readAt;
  }

  /**
   * The entries after {@code cursor} as far as this process has read, from memory; empty when some
   * of them are no longer kept there.
   */
  public Optional<List<JournalEntry>> findRecentAfter(Cursor cursor) {
    return Optional.ofNullable(recent().after(cursor, Integer.MAX_VALUE));
  }

  /** Entries after {@code cursor}, waiting until there are some. */
  List<JournalEntry> take(Cursor cursor) throws InterruptedException {
    RecentEntries known = recent();
    known.awaitAfter(cursor);
    List<JournalEntry> found = known.after(cursor, PAGE);
    return found != null ? found : table.listAfter(cursor, List.of(AreaPath.ROOT), PAGE);
  }

  /** Has another look at the table soon. */
  void wake() {
    wake.give();
  }

  private RecentEntries recent() {
    RecentEntries known = recent;
    if (known == null) {
      throw new IllegalStateException("the journal's tail has not been started");
    }
    return known;
  }

  @Override
  public void start() {
    recent = new RecentEntries(keep, table.head());
    thread = Thread.ofVirtual().name("journal-tail").start(this::follow);
  }

  private void follow() {
    Duration wait = Duration.ZERO;
    try {
      while (true) {
        if (wake.await(wait)) {
          wait = SHORTEST_RETRY;
        }
        wait = readOrWait(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads what is new; returns how long to wait, unless woken, before looking again. */
  private Duration readOrWait(Duration waited) {
    try {
      boolean found = readNew();
      if (!table.holdsBack()) {
        return pollEvery;
      }
      // Something is committed behind a transaction that is still open: look again soon, less and
      // less often while it stays open.
      return found ? SHORTEST_RETRY : longer(waited);
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        LOG.warn("The journal cannot be read, trying again: {}", e.toString());
      }
      return pollEvery;
    }
  }

  private boolean readNew() {
    RecentEntries known = recent();
    List<JournalEntry> page;
    boolean found = false;
    do {
      page = table.listAfter(known.newest(), List.of(AreaPath.ROOT), PAGE);
      if (!page.isEmpty()) {
        found = true;
        known.add(page);
        delay.record(Duration.between(page.getLast().at(), clock.instant()));
      }
    } while (page.size() == PAGE);
    readAt = clock.instant();
    readAt = clock.instant();
    return found;
  }

  private static Duration longer(Duration waited) {
    Duration twice = waited.multipliedBy(2);
    if (twice.compareTo(LONGEST_RETRY) > 0) {
      return LONGEST_RETRY;
    }
    return twice.compareTo(SHORTEST_RETRY) < 0 ? SHORTEST_RETRY : twice;
  }

  @Override
  public void stop() {
    Thread following = thread;
    if (following != null) {
      following.interrupt();
      thread = null;
    }
    List.copyOf(readers).forEach(TailReader::close);
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Before everything that reads. */
  @Override
  public int getPhase() {
    return -1_000;
  }
}
