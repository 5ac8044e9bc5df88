package org.gridward.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Readers follow the journal while many transactions write it in every awkward way: committing out
 * of order, staying open over hundreds of others, rolling back wholly or to a savepoint.
 */
@PostgisTest
class JournalOrderIT {

  private static final AreaPath AREA = new AreaPath("7100/");
  private static final int WRITERS = 6;
  private static final int TRANSACTIONS = 60;
  private static final int LONG_WRITERS = 4;
  private static final int LONG_ROUNDS = 6;

  @Autowired Journal journal;
  @Autowired JournalTail tail;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  private final Set<String> committed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicBoolean writing = new AtomicBoolean(true);

  @Test
  void neverSkipsAndNeverGoesBack() throws Exception {
    Cursor start = journal.head();
    List<JournalEntry> followed = new CopyOnWriteArrayList<>();
    List<JournalEntry> polled = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool();
    try (TailSubscription subscription = tail.subscribe(start, followed::addAll)) {
      Future<?> poller = threads.submit(() -> poll(start, polled));
      List<Future<?>> writers = new ArrayList<>();
      for (int n = 0; n < WRITERS; n++) {
        Random random = new Random(n);
        writers.add(threads.submit(() -> writeManyShort(random)));
      }
      for (int n = 0; n < LONG_WRITERS; n++) {
        Random random = new Random(100 + n);
        writers.add(threads.submit(() -> writeFewLong(random)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      writing.set(false);
      poller.get(20, TimeUnit.SECONDS);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(subjects(followed)).hasSameSizeAs(committed));
      assertThat(subscription.position()).isGreaterThanOrEqualTo(followed.getLast().cursor());
    } finally {
      threads.shutdownNow();
    }
    assertExactlyTheCommitted(followed);
    assertExactlyTheCommitted(polled);
    assertThat(committed).hasSizeGreaterThan(WRITERS * TRANSACTIONS);
  }

  private void assertExactlyTheCommitted(List<JournalEntry> read) {
    assertThat(subjects(read))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(committed);
    List<Cursor> cursors = read.stream().map(JournalEntry::cursor).toList();
    assertThat(cursors).isSorted().doesNotHaveDuplicates();
  }

  private static List<String> subjects(List<JournalEntry> read) {
    return read.stream().filter(e -> e.area().equals(AREA)).map(e -> e.subject().id()).toList();
  }

  private void poll(Cursor start, List<JournalEntry> polled) {
    Cursor cursor = start;
    while (!Thread.currentThread().isInterrupted()) {
      boolean last = !writing.get();
      List<JournalEntry> page = journal.listAfter(cursor, AREA, 7);
      if (last && page.isEmpty() && cursor.equals(journal.head())) {
        return;
      }
      if (!page.isEmpty()) {
        polled.addAll(page);
        cursor = page.getLast().cursor();
      }
    }
  }

  private void writeManyShort(Random random) {
    for (int n = 0; n < TRANSACTIONS; n++) {
      write(status -> appendSome(random, status));
    }
  }

  /** Each stays open, with entries written, until others have committed a good many. */
  private void writeFewLong(Random random) {
    for (int round = 0; round < LONG_ROUNDS; round++) {
      write(
          status -> {
            List<String> kept = appendSome(random, status);
            int until = Math.min(commits.get() + 40, WRITERS * TRANSACTIONS);
            await().pollInterval(Duration.ofMillis(2)).until(() -> commits.get() >= until);
            kept.addAll(append(1 + random.nextInt(2)));
            return kept;
          });
    }
  }

  private interface Writing {
    List<String> in(TransactionStatus status);
  }

  private void write(Writing writing) {
    List<String> kept =
        transaction.execute(
            status -> {
              List<String> written = writing.in(status);
              return status.isRollbackOnly() ? List.<String>of() : written;
            });
    committed.addAll(kept);
    commits.incrementAndGet();
  }

  private List<String> appendSome(Random random, TransactionStatus status) {
    List<String> kept = new ArrayList<>(append(1 + random.nextInt(3)));
    switch (random.nextInt(4)) {
      case 0 -> {
        jdbc.execute("savepoint awkward");
        append(2);
        jdbc.execute("rollback to savepoint awkward");
      }
      case 1 -> {
        jdbc.execute("savepoint kept");
        kept.addAll(append(1));
        jdbc.execute("release savepoint kept");
      }
      case 2 -> {
        if (random.nextBoolean()) {
          status.setRollbackOnly();
        }
      }
      default -> kept.addAll(append(1));
    }
    return kept;
  }

  private List<String> append(int count) {
    List<String> ids = new ArrayList<>();
    List<NewEntry> entries = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String id = Integer.toString(numbers.incrementAndGet());
      ids.add(id);
      entries.add(
          new NewEntry(
              "test.ordered", AREA, new Subject("test", id), null, null, Actor.SYSTEM, Map.of()));
    }
    journal.append(entries);
    return ids;
  }
}
