package org.gridward.incident.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.FiledIncident;
import org.gridward.incident.IdempotencyKeyReused;
import org.gridward.incident.IncidentsFiled;
import org.gridward.incident.Receipt;
import org.gridward.incident.Stage;
import org.gridward.incident.photo.AttachmentTable;
import org.gridward.incident.photo.Purpose;
import org.gridward.incident.store.Story;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one transaction of intake: idempotency keys, incidents, reports, photos, journal entries and
 * the event that lets dispatch queue its work, for a whole batch.
 */
@Component
class IntakeTransaction {

  private final TransactionTemplate transaction;
  private final IntakeTables tables;
  private final AttachmentTable attachments;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  IntakeTransaction(
      PlatformTransactionManager transactions,
      IntakeTables tables,
      AttachmentTable attachments,
      Journal journal,
      ApplicationEventPublisher events) {
    this.transaction = new TransactionTemplate(transactions);
    this.tables = tables;
    this.attachments = attachments;
    this.journal = journal;
    this.events = events;
  }

  /**
   * Stores all reports or none; one that repeats an earlier request, or misuses its key, is not
   * stored again.
   */
  List<Outcome> commit(List<CheckedReport> reports) {
    return Objects.requireNonNull(transaction.execute(status -> store(reports)));
  }

  private List<Outcome> store(List<CheckedReport> reports) {
    Map<RequestKey.Name, CheckedReport> firsts = new HashMap<>();
    List<CheckedReport> unrepeated = new ArrayList<>();
    for (CheckedReport report : reports) {
      if (report.key() == null || firsts.putIfAbsent(report.key().name(), report) == null) {
        unrepeated.add(report);
      }
    }
    Map<RequestKey.Name, KeptAnswer> earlier = claim(List.copyOf(firsts.values()));
    unrepeated.removeIf(r -> r.key() != null && earlier.containsKey(r.key().name()));
    Map<UUID, Long> numbers = write(unrepeated);
    return reports.stream().map(report -> outcome(report, earlier, firsts, numbers)).toList();
  }

  /** Claims the keys; what had been answered under those that were taken before. */
  private Map<RequestKey.Name, KeptAnswer> claim(List<CheckedReport> keyed) {
    if (keyed.isEmpty()) {
      return Map.of();
    }
    Set<RequestKey.Name> claimed = tables.claimKeys(keyed);
    List<RequestKey.Name> taken =
        keyed.stream()
            .map(report -> report.requireKey().name())
            .filter(name -> !claimed.contains(name))
            .toList();
    return taken.isEmpty() ? Map.of() : tables.findKept(taken);
  }

  private Map<UUID, Long> write(List<CheckedReport> reports) {
    if (reports.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Long> numbers = tables.insertIncidents(reports);
    List<CheckedReport> added =
        reports.stream().filter(report -> numbers.containsKey(report.incidentId())).toList();
    if (added.size() < reports.size()) {
      numbers.putAll(tables.findNumbers(reports.stream().map(CheckedReport::incidentId).toList()));
    }
    if (!added.isEmpty()) {
      complete(added, numbers);
    }
    return numbers;
  }

  private void complete(List<CheckedReport> added, Map<UUID, Long> numbers) {
    tables.insertReports(added);
    for (CheckedReport report : added) {
      attachments.bind(report.incidentId(), report.actor(), Purpose.REPORT, report.attachments());
    }
    List<NewEntry> entries = new ArrayList<>();
    List<FiledIncident> filed = new ArrayList<>();
    for (CheckedReport report : added) {
      long number = Objects.requireNonNull(numbers.get(report.incidentId()));
      entries.add(Story.reported(report.asReported(number), report.channel(), report.actor()));
      Instant dueAt = report.dueAt();
      if (dueAt != null) {
        entries.add(
            Story.moved(Command.FILE, Stage.COLLECTED, report.asOpen(number), Actor.SYSTEM));
      }
      String outcome = report.outcome();
      if (outcome != null) {
        entries.add(
            Story.moved(
                Command.SETTLE,
                report.openStage(),
                report.asStored(number),
                report.actor(),
                CommandDetails.because(outcome)));
      } else if (dueAt != null) {
        filed.add(report.asFiled(dueAt));
      }
    }
    journal.append(entries);
    if (!filed.isEmpty()) {
      events.publishEvent(new IncidentsFiled(filed));
    }
  }

  private static Outcome outcome(
      CheckedReport report,
      Map<RequestKey.Name, KeptAnswer> earlier,
      Map<RequestKey.Name, CheckedReport> firsts,
      Map<UUID, Long> numbers) {
    RequestKey key = report.key();
    @Nullable KeptAnswer kept = key == null ? null : earlier.get(key.name());
    if (key != null && kept != null) {
      return repeat(key, kept.digest(), kept.receipt(), report);
    }
    CheckedReport first = key == null ? report : firsts.getOrDefault(key.name(), report);
    Receipt receipt = first.receipt(Objects.requireNonNull(numbers.get(first.incidentId())));
    return key == null || first == report
        ? new Outcome.Accepted(receipt)
        : repeat(key, first.requireKey().digest(), receipt.again(), report);
  }

  private static Outcome repeat(
      RequestKey key, byte[] firstDigest, Receipt first, CheckedReport report) {
    if (!key.asksTheSameAs(firstDigest)) {
      return new Outcome.Refused(new IdempotencyKeyReused(key.key()));
    }
    boolean ownLostAnswer = first.id().equals(report.incidentId());
    return new Outcome.Accepted(ownLostAnswer ? report.receipt(first.number()) : first);
  }
}
