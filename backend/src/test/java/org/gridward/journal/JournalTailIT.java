package org.gridward.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class JournalTailIT {

  @Autowired Journal journal;
  @Autowired JournalTail tail;
  @Autowired JournalEpoch epoch;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  @Test
  void resumesFromMemoryAndFromTheTableAlike() {
    Cursor start = journal.head();
    append("7201/", 30);
    List<JournalEntry> live = new CopyOnWriteArrayList<>();
    try (TailSubscription ignored = tail.subscribe(start, live::addAll)) {
      await().untilAsserted(() -> assertThat(in("7201/", live)).hasSize(30));
    }
    Cursor middle = in("7201/", live).get(14).cursor();

    List<JournalEntry> fromTable = journal.listAfter(middle, new AreaPath("7201/"), 100);
    assertThat(fromTable).hasSize(15);
    assertThat(in("7201/", tail.findRecentAfter(middle).orElseThrow())).isEqualTo(fromTable);

    List<JournalEntry> resumed = new CopyOnWriteArrayList<>();
    try (TailSubscription ignored = tail.subscribe(middle, resumed::addAll)) {
      await().untilAsserted(() -> assertThat(in("7201/", resumed)).isEqualTo(fromTable));
    }
  }

  @Test
  void givesABatchAgainToAReaderThatFailed() {
    List<JournalEntry> read = new CopyOnWriteArrayList<>();
    AtomicInteger tries = new AtomicInteger();
    try (TailSubscription ignored =
        tail.subscribe(
            journal.head(),
            batch -> {
              if (tries.getAndIncrement() == 0) {
                throw new IllegalStateException("not today");
              }
              read.addAll(batch);
            })) {
      append("7202/", 3);
      await().untilAsserted(() -> assertThat(in("7202/", read)).hasSize(3));
    }
  }

  @Test
  void beginsANewEpochWhenTheClustersIdsStartAgain() {
    Cursor start = journal.head();
    append("7203/", 1);
    jdbc.update(
        "update journal_entry set xid = (xid::text::bigint + 1000000000)::text::xid8 where"
            + " area_path = '7203/'");
    int before = jdbc.queryForObject("select max(epoch) from journal_epoch", Integer.class);

    transaction.executeWithoutResult(status -> epoch.beginWhereIdsStartAgain());
    transaction.executeWithoutResult(status -> epoch.beginWhereIdsStartAgain());
    append("7203/", 1);

    assertThat(jdbc.queryForObject("select max(epoch) from journal_epoch", Integer.class))
        .isEqualTo(before + 1);
    await()
        .untilAsserted(
            () ->
                assertThat(journal.listAfter(start, new AreaPath("7203/"), 10))
                    .extracting(entry -> entry.cursor().epoch())
                    .containsExactly(before, before + 1));
  }

  private void append(String area, int count) {
    for (int n = 0; n < count; n++) {
      NewEntry entry =
          new NewEntry(
              "test.tail",
              new AreaPath(area),
              new Subject("test", Integer.toString(n)),
              null,
              null,
              Actor.SYSTEM,
              Map.of());
      transaction.executeWithoutResult(status -> journal.append(entry));
    }
  }

  private static List<JournalEntry> in(String area, List<JournalEntry> entries) {
    return entries.stream().filter(entry -> entry.area().value().equals(area)).toList();
  }
}
