package org.gridward.journal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gridward.journal.SealReport.BrokenSeal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals closed stretches of the journal: each seal is a digest over the seal before and every entry
 * since, so whoever edits, adds or removes an entry breaks its seal and all later ones. It shows
 * edits by whoever can write the table but not every later seal as well; who keeps a copy of the
 * newest digest elsewhere sees those too.
 */
@Component
class JournalSeals {

  private static final int FETCH = 2_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JournalSeals(JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One row of {@code journal_seal}: the entries of an epoch below a transaction id. */
  private record Seal(long seq, int epoch, long uptoXid, long entries, byte[] digest) {
    static final Seal NONE = new Seal(0, 0, 0, 0, new byte[32]);

    /** Where the next stretch of {@code ofEpoch} begins. */
    long next(int ofEpoch) {
      return ofEpoch == epoch ? uptoXid : 0;
    }
  }

  /** Up to where an epoch can be sealed: everything below is settled. */
  private record Stretch(int epoch, long uptoXid) {}

  /** Seals everything that is settled and not sealed yet. */
  void seal() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.execute("lock table journal_seal in exclusive mode");
          Seal last = last();
          for (Stretch stretch : settled(last.epoch())) {
            last = seal(last, stretch);
          }
        });
  }

  private Seal seal(Seal last, Stretch stretch) {
    EntryDigest digest =
        digest(last.digest(), stretch.epoch(), last.next(stretch.epoch()), stretch.uptoXid());
    if (digest.entries() == 0) {
      return last;
    }
    Seal seal =
        new Seal(
            last.seq() + 1, stretch.epoch(), stretch.uptoXid(), digest.entries(), digest.value());
    jdbc.update(
        """
        insert into journal_seal (seq, epoch, upto_xid, entries, digest, sealed_at)
        values (?, ?, ?::text::xid8, ?, ?, ?)
        """,
        seal.seq(),
        seal.epoch(),
        Long.toString(seal.uptoXid()),
        seal.entries(),
        seal.digest(),
        clock.instant().atOffset(ZoneOffset.UTC));
    return seal;
  }

  /** The epochs from {@code epoch} on; all but the newest have ended, whatever their ids. */
  private List<Stretch> settled(int epoch) {
    return jdbc.query(
        """
        select e.epoch,
               case when e.epoch = (select max(epoch) from journal_epoch)
                 then pg_snapshot_xmin(pg_current_snapshot())::text::numeric
                 else (select max(j.xid::text::numeric) + 1 from journal_entry j
                       where j.epoch = e.epoch)
               end as upto
        from journal_epoch e where e.epoch >= ? order by e.epoch
        """,
        (row, n) -> new Stretch(row.getInt("epoch"), row.getLong("upto")),
        epoch);
  }

  private Seal last() {
    return seals("order by seq desc limit 1").stream().findFirst().orElse(Seal.NONE);
  }

  private List<Seal> seals(String order) {
    return jdbc.query(
        "select seq, epoch, upto_xid::text as upto, entries, digest from journal_seal " + order,
        (row, n) ->
            new Seal(
                row.getLong("seq"),
                row.getInt("epoch"),
                Long.parseLong(row.getString("upto")),
                row.getLong("entries"),
                row.getBytes("digest")));
  }

  /** Checks every seal against the entries that are there now. */
  SealReport verify() {
    SealReport report = transaction.execute(status -> verifyAll());
    return report == null ? new SealReport(0, 0, Optional.empty()) : report;
  }

  private SealReport verifyAll() {
    Seal last = Seal.NONE;
    long entries = 0;
    for (Seal seal : seals("order by seq")) {
      long from = last.next(seal.epoch());
      Optional<String> fault = fault(last, seal, from);
      if (fault.isPresent()) {
        return new SealReport(
            last.seq(),
            entries,
            Optional.of(
                new BrokenSeal(seal.seq(), seal.epoch(), from, seal.uptoXid(), fault.get())));
      }
      entries += seal.entries();
      last = seal;
    }
    return new SealReport(last.seq(), entries, Optional.empty());
  }

  private Optional<String> fault(Seal last, Seal seal, long from) {
    if (seal.seq() != last.seq() + 1) {
      return Optional.of("the seal before it is missing");
    }
    EntryDigest now = digest(last.digest(), seal.epoch(), from, seal.uptoXid());
    if (now.entries() != seal.entries()) {
      return Optional.of(
          "it was sealed with " + seal.entries() + " entries and has " + now.entries());
    }
    return Arrays.equals(now.value(), seal.digest())
        ? Optional.empty()
        : Optional.of("an entry or the seal itself was changed");
  }

  private EntryDigest digest(byte[] before, int epoch, long from, long upto) {
    EntryDigest digest = new EntryDigest(before);
    PreparedStatementCreator query =
        connection -> {
          var statement =
              connection.prepareStatement(
                  """
                  select epoch, xid::text as xid_text, id,
                         (extract(epoch from at) * 1000000)::bigint as micros, kind, area_path,
                         subject_type, subject_id, incident_id::text, worker_id, actor,
                         payload::text
                  from journal_entry
                  where epoch = ? and xid >= ?::text::xid8 and xid < ?::text::xid8
                  order by epoch, xid, id
                  """);
          statement.setFetchSize(FETCH);
          statement.setInt(1, epoch);
          statement.setString(2, Long.toString(from));
          statement.setString(3, Long.toString(upto));
          return statement;
        };
    jdbc.query(query, (ResultSet row) -> add(digest, row));
    return digest;
  }

  private static void add(EntryDigest digest, ResultSet row) throws SQLException {
    String[] fields = new String[12];
    for (int column = 1; column <= fields.length; column++) {
      fields[column - 1] = row.getString(column);
    }
    digest.add(fields);
  }

  /** The recurring work. */
  @Configuration(proxyBeanMethods = false)
  static class Schedule {
    @Bean
    Task<Void> journalSealTask(
        JournalSeals seals, @Value("${gridward.journal.seal-every:5m}") Duration every) {
      return Tasks.recurring("journal-seal", FixedDelay.of(every))
          .execute((instance, context) -> seals.seal());
    }
  }
}
