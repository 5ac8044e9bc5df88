package org.gridward.incident;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.contact.ContactCipher;
import org.gridward.incident.photo.AttachmentTable;
import org.gridward.incident.photo.Purpose;
import org.gridward.incident.place.Texts;
import org.gridward.incident.store.ReportRows;
import org.gridward.incident.store.Story;
import org.gridward.journal.Journal;
import org.gridward.shared.Actor;
import org.gridward.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds what somebody else tells to an incident that is known already. Who may is the caller's. */
@Service
public class MoreReports {

  private static final int MAX_DESCRIPTION = 4000;
  private static final int MAX_SHORT_TEXT = 200;
  private static final int MAX_ATTACHMENTS = 10;

  private final Incidents incidents;
  private final ReportRows reports;
  private final AttachmentTable attachments;
  private final ContactCipher cipher;
  private final Journal journal;
  private final Clock clock;

  MoreReports(
      Incidents incidents,
      ReportRows reports,
      AttachmentTable attachments,
      ContactCipher cipher,
      Journal journal,
      Clock clock) {
    this.incidents = incidents;
    this.reports = reports;
    this.attachments = attachments;
    this.cipher = cipher;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * One person's telling.
   *
   * @param description what was told; may be empty where there is a contact or a photo
   * @param attachments ids of photos uploaded before by the same actor, at most 10
   * @param contact null where nobody is to be called back
   * @param idempotencyKey the same key from the same actor again has no second effect
   */
  public record Telling(
      @Nullable String description,
      List<UUID> attachments,
      @Nullable Contact contact,
      @Nullable String idempotencyKey) {
    public Telling {
      attachments = List.copyOf(attachments);
    }
  }

  /**
   * Adds the report; the incident itself stays as it is.
   *
   * @return the report's id
   * @throws IncidentUnknown when there is no such incident
   * @throws IncidentHasEnded when nobody works at it any more
   * @throws ReportRejected when it says nothing or cannot be taken as it is
   */
  @Transactional
  public UUID add(UUID incidentId, Channel channel, Telling telling, Actor actor) {
    IncidentView incident = incidents.lock(incidentId, null);
    if (!incident.stage().open()) {
      throw new IncidentHasEnded(incident.compact().number(), incident.stage());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID reportId = reportId(telling, actor, now);
    Contact contact = clean(telling.contact());
    String description = Texts.clean("description", telling.description(), MAX_DESCRIPTION);
    if (description == null && contact == null && telling.attachments().isEmpty()) {
      throw ReportRejected.missing("description", "say what was told, or who told it");
    }
    if (telling.attachments().size() > MAX_ATTACHMENTS) {
      throw ReportRejected.tooManyAttachments(telling.attachments().size(), MAX_ATTACHMENTS);
    }
    byte @Nullable [] sealed = contact == null ? null : cipher.encrypt(reportId, contact);
    boolean added =
        reports.add(
            reportId, incidentId, channel, description == null ? "" : description, sealed, now);
    if (added) {
      attachments.bind(incidentId, actor, Purpose.REPORT, telling.attachments());
      journal.append(Story.reportAdded(incident.compact(), channel, reportId, actor));
    }
    return reportId;
  }

  /** The same request sent again gets the same id. */
  private static UUID reportId(Telling telling, Actor actor, Instant now) {
    String key = Texts.clean("Idempotency-Key", telling.idempotencyKey(), MAX_SHORT_TEXT);
    return key == null
        ? Ids.newId(now)
        : UUID.nameUUIDFromBytes(
            ("report " + actor.value() + " " + key).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Contact clean(@Nullable Contact contact) {
    if (contact == null) {
      return null;
    }
    Contact clean =
        new Contact(
            Texts.clean("reporter.name", contact.name(), MAX_SHORT_TEXT),
            Texts.clean("reporter.phone", contact.phone(), MAX_SHORT_TEXT));
    return clean.empty() ? null : clean;
  }
}
