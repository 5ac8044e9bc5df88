package org.gridward.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends to and reads from the journal. Thread-safe.
 *
 * <p>Readers get entries in the order of their {@link Cursor}s, and only once no transaction is
 * open any more that could still add one before them; so whoever reads on from the last cursor
 * misses nothing.
 */
@Service
public class Journal {

  private final JournalTable table;

  private final JournalWake wake;

  private final JournalSeals seals;

  Journal(JournalTable table, JournalWake wake, JournalSeals seals) {
    this.table = table;
    this.seals = seals;
    this.wake = wake;
  }

  /** Writes one fact as part of the caller's transaction; there must be one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(NewEntry entry) {
    append(List.of(entry));
  }

  /** Writes facts in the given order, in one statement, as part of the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(List<NewEntry> entries) {
    if (!entries.isEmpty()) {
      table.insert(entries);
      wake.afterCommit();
    }
  }

  /** At most {@code limit} entries in {@code scope} after {@code cursor}; empty when caught up. */
  public List<JournalEntry> listAfter(Cursor cursor, AreaPath scope, int limit) {
    return listAfter(cursor, List.of(scope), limit);
  }

  /** At most {@code limit} entries in any of {@code scopes} after {@code cursor}, in order. */
  public List<JournalEntry> listAfter(Cursor cursor, List<AreaPath> scopes, int limit) {
    return table.listAfter(cursor, scopes, limit);
  }

  /** At most {@code limit} entries addressed to the worker after {@code cursor}, in order. */
  public List<JournalEntry> listOfWorkerAfter(Cursor cursor, long workerId, int limit) {
    return table.listOfWorkerAfter(cursor, workerId, limit);
  }

  /**
   * The entries of one kind since {@code since}, in order. Made for kinds that are rare or have an
   * index of their own by time.
   */
  public List<JournalEntry> listOfKindSince(String kind, Instant since, List<AreaPath> scopes) {
    return table.listOfKindSince(kind, since, scopes);
  }

  /** Everything that is told of one incident, in order. */
  public List<JournalEntry> listOfIncident(UUID incidentId) {
    return table.listOfIncident(incidentId);
  }

  /**
   * The place such that everything up to it is visible and nothing up to it can still appear; what
   * comes later comes after it.
   */
  public Cursor head() {
    return table.head();
  }

  /**
   * Reads all that was sealed and compares; takes time in proportion. What is newer than the last
   * seal is not proven by anything.
   */
  public SealReport verifySeals() {
    return seals.verify();
  }
}
