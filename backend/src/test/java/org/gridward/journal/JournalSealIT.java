package org.gridward.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class JournalSealIT {

  @Autowired Journal journal;
  @Autowired JournalSeals seals;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void sealThreeStretches() {
    for (int stretch = 0; stretch < 3; stretch++) {
      transaction.executeWithoutResult(
          status -> {
            append("first");
            append("second");
          });
      Cursor written = newest();
      await().until(() -> !written.isAfter(journal.head()));
      seals.seal();
    }
    assertThat(journal.verifySeals().intact()).isTrue();
  }

  /** Other tests share the journal; their edits and these must not meet. */
  @AfterEach
  void forget() {
    jdbc.execute("delete from journal_seal");
  }

  @Test
  void holdsOverWhatWasNotTouched() {
    SealReport report = journal.verifySeals();
    assertThat(report.seals()).isGreaterThanOrEqualTo(3);
    assertThat(report.entries()).isGreaterThanOrEqualTo(6);
    seals.seal();
    assertThat(journal.verifySeals()).isEqualTo(report);
  }

  @Test
  void namesTheStretchOfAnEditedEntry() {
    long middle = middleSeal();
    jdbc.update("update journal_entry set actor = 'user:1' where id = ?", entryUnder(middle));
    SealReport report = journal.verifySeals();
    assertThat(report.broken())
        .hasValueSatisfying(
            broken -> {
              assertThat(broken.seal()).isEqualTo(middle);
              assertThat(broken.reason()).contains("changed");
            });
    assertThat(report.seals()).isEqualTo(middle - 1);
  }

  @Test
  void namesTheStretchOfARemovedEntry() {
    long middle = middleSeal();
    jdbc.update("delete from journal_entry where id = ?", entryUnder(middle));
    assertThat(journal.verifySeals().broken())
        .hasValueSatisfying(
            broken -> {
              assertThat(broken.seal()).isEqualTo(middle);
              assertThat(broken.reason()).contains("2 entries and has 1");
            });
  }

  @Test
  void missesARemovedSeal() {
    long middle = middleSeal();
    jdbc.update("delete from journal_seal where seq = ?", middle);
    assertThat(journal.verifySeals().broken())
        .hasValueSatisfying(broken -> assertThat(broken.seal()).isEqualTo(middle + 1));
  }

  private long middleSeal() {
    return jdbc.queryForObject("select max(seq) - 1 from journal_seal", Long.class);
  }

  private long entryUnder(long seal) {
    return jdbc.queryForObject(
        """
        select max(e.id) from journal_entry e, journal_seal s
        where s.seq = ? and e.epoch = s.epoch and e.xid < s.upto_xid
        """,
        Long.class,
        seal);
  }

  private Cursor newest() {
    return jdbc.queryForObject(
        "select epoch, xid::text as x, id from journal_entry order by journal_entry.epoch desc,"
            + " journal_entry.xid desc, journal_entry.id desc limit 1",
        (row, n) -> new Cursor(row.getInt(1), row.getLong(2), row.getLong(3)));
  }

  private void append(String word) {
    journal.append(
        new NewEntry(
            "test.sealed",
            AreaPath.ROOT,
            new Subject("test", word),
            null,
            null,
            Actor.SYSTEM,
            Map.of("word", word)));
  }
}
