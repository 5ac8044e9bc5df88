package org.gridward.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class JournalIT {

  @Autowired Journal journal;
  @Autowired TransactionTemplate transaction;

  @Test
  void refusesToAppendOutsideATransaction() {
    assertThatThrownBy(() -> journal.append(entry("test.lone", AreaPath.ROOT, null)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void readsBackWhatWasAppendedInOrder() {
    Cursor before = journal.head();
    UUID incident = UUID.randomUUID();
    AreaPath cell = new AreaPath("7001/7002/");
    transaction.executeWithoutResult(
        status ->
            journal.append(
                List.of(
                    entry("test.first", cell, incident),
                    entry("test.second", cell, incident),
                    entry("test.third", new AreaPath("7003/"), null))));

    List<JournalEntry> read = journal.listAfter(before, new AreaPath("7001/"), 10);
    assertThat(read).extracting(JournalEntry::kind).containsExactly("test.first", "test.second");
    assertThat(read.getFirst().payload().get("word").asString()).isEqualTo("网格 'quoted' {x}");
    assertThat(read.getFirst().workerId()).isEqualTo(12L);
    assertThat(journal.listOfIncident(incident)).isEqualTo(read);
    assertThat(journal.listAfter(before, new AreaPath("700/"), 10)).isEmpty();
    assertThat(journal.head()).isGreaterThan(read.getLast().cursor());
    assertThat(journal.listAfter(journal.head(), AreaPath.ROOT, 10)).isEmpty();
  }

  @Test
  void readsSeveralScopesAtOnce() {
    Cursor before = journal.head();
    transaction.executeWithoutResult(
        status ->
            journal.append(
                List.of(
                    entry("test.a", new AreaPath("7011/"), null),
                    entry("test.b", new AreaPath("7012/"), null),
                    entry("test.c", new AreaPath("7013/5/"), null))));

    List<AreaPath> scopes = List.of(new AreaPath("7011/"), new AreaPath("7013/"));
    assertThat(journal.listAfter(before, scopes, 10))
        .extracting(JournalEntry::kind)
        .containsExactly("test.a", "test.c");
    assertThat(journal.listAfter(before, List.of(), 10)).isEmpty();
  }

  private static NewEntry entry(String kind, AreaPath area, UUID incident) {
    return new NewEntry(
        kind,
        area,
        new Subject("test", "1"),
        incident,
        12L,
        Actor.SYSTEM,
        Map.of("word", "网格 'quoted' {x}"));
  }
}
