package org.gridward.incident.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridward.incident.Channel;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.FiledIncident;
import org.gridward.incident.Receipt;
import org.gridward.incident.Stage;
import org.gridward.incident.contact.TrackingCodes;
import org.gridward.incident.place.ResolvedPlace;
import org.gridward.rulebook.Category;
import org.gridward.rulebook.Severity;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A report that is complete and right, ready to be stored together with others.
 *
 * @param contact encrypted; null when none was given
 * @param trackingCode for residents only
 * @param filedAt when it is filed at intake; null when an operator is to decide
 * @param closedAt when it was closed in the system it came from; null when it is open
 * @param outcome how it was closed; null when it is open
 * @param key null when the caller gave none
 */
record CheckedReport(
    UUID incidentId,
    UUID reportId,
    Channel channel,
    Actor actor,
    Category category,
    Severity severity,
    ResolvedPlace place,
    String description,
    List<UUID> attachments,
    byte @Nullable [] contact,
    @Nullable String externalId,
    @Nullable String trackingCode,
    Instant receivedAt,
    Instant reportedAt,
    @Nullable Instant filedAt,
    @Nullable Instant closedAt,
    @Nullable String outcome,
    @Nullable RequestKey key) {

  /** Reported is version 0, filed is version 1. */
  private static final int FILED_VERSION = 1;

  /** This one, closed: filed when it was reported, if it is filed by itself. */
  CheckedReport closed(Instant at, String how) {
    return new CheckedReport(
        incidentId,
        reportId,
        channel,
        actor,
        category,
        severity,
        place,
        description,
        attachments,
        contact,
        externalId,
        trackingCode,
        receivedAt,
        reportedAt,
        filedAt == null ? null : reportedAt,
        at,
        how,
        key);
  }

  Stage stage() {
    return closedAt == null ? openStage() : Stage.CLOSED;
  }

  /** The stage before it was closed, if it was. */
  Stage openStage() {
    return filedAt == null ? Stage.COLLECTED : Stage.FILED;
  }

  int version() {
    return closedAt == null ? openVersion() : openVersion() + 1;
  }

  private int openVersion() {
    return filedAt == null ? 0 : FILED_VERSION;
  }

  @Nullable Instant dueAt() {
    return filedAt == null ? null : filedAt.plus(category.handleWithin());
  }

  RequestKey requireKey() {
    return Objects.requireNonNull(key);
  }

  byte @Nullable [] trackingDigest() {
    return trackingCode == null ? null : TrackingCodes.digest(trackingCode);
  }

  CompactIncident asReported(long number) {
    return compact(number, Stage.COLLECTED, null, 0);
  }

  /** Before it was closed, if it was. */
  CompactIncident asOpen(long number) {
    return compact(number, openStage(), dueAt(), openVersion());
  }

  CompactIncident asStored(long number) {
    return compact(number, stage(), dueAt(), version());
  }

  private CompactIncident compact(long number, Stage stage, @Nullable Instant dueAt, int version) {
    return new CompactIncident(
        incidentId,
        number,
        category.code(),
        severity,
        stage,
        place.placement(),
        place.lon(),
        place.lat(),
        place.cellId(),
        place.areaPath(),
        place.text(),
        place.address(),
        reportedAt,
        dueAt,
        version,
        null,
        null,
        null);
  }

  FiledIncident asFiled(Instant dueAt) {
    return new FiledIncident(
        incidentId,
        place.areaPath(),
        place.cellId(),
        severity,
        category.code(),
        category.version(),
        place.lon(),
        place.lat(),
        dueAt);
  }

  Receipt receipt(long number) {
    return new Receipt(
        incidentId,
        number,
        stage(),
        place.placement(),
        place.cellId(),
        place.areaPath(),
        version(),
        trackingCode,
        false);
  }
}
