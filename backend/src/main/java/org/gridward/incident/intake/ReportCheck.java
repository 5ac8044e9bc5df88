package org.gridward.incident.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.gridward.incident.Channel;
import org.gridward.incident.Contact;
import org.gridward.incident.NewReport;
import org.gridward.incident.PastIncident;
import org.gridward.incident.Placement;
import org.gridward.incident.ReportRejected;
import org.gridward.incident.contact.ContactCipher;
import org.gridward.incident.contact.SecretKeys;
import org.gridward.incident.contact.TrackingCodes;
import org.gridward.incident.place.PlaceResolver;
import org.gridward.incident.place.ResolvedPlace;
import org.gridward.incident.place.Texts;
import org.gridward.rulebook.Catalogue;
import org.gridward.rulebook.Category;
import org.gridward.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns what came in into what can be stored, or says what is wrong with it. Runs on the request's
 * own thread and needs no database, so that committing is all that committers do.
 */
@Component
class ReportCheck {

  private static final int MAX_DESCRIPTION = 4000;
  private static final int MAX_SHORT_TEXT = 200;
  private static final int MAX_ATTACHMENTS = 10;
  private static final String CLOSED_ELSEWHERE = "closed in the system the report came from";

  /** Some systems keep whole minutes of closings and seconds of reports. */
  private static final Duration WHOLE_MINUTE = Duration.ofMinutes(1);

  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Catalogue catalogue;
  private final PlaceResolver places;
  private final ContactCipher cipher;
  private final TrackingCodes trackingCodes;
  private final SecretKey digestKey;
  private final Clock clock;

  ReportCheck(
      Catalogue catalogue,
      PlaceResolver places,
      ContactCipher cipher,
      TrackingCodes trackingCodes,
      SecretKeys keys,
      Clock clock) {
    this.catalogue = catalogue;
    this.places = places;
    this.cipher = cipher;
    this.trackingCodes = trackingCodes;
    this.digestKey = keys.derive("HmacSHA256", "gridward request digest 1");
    this.clock = clock;
  }

  CheckedReport check(NewReport report) {
    return check(report, true);
  }

  /**
   * @param open what is over needs no words for its point
   */
  private CheckedReport check(NewReport report, boolean open) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Category category = category(report.category());
    ResolvedPlace where = places.resolve(report.place());
    ResolvedPlace place = open ? places.named(where) : where;
    if (report.attachments().size() > MAX_ATTACHMENTS) {
      throw ReportRejected.tooManyAttachments(report.attachments().size(), MAX_ATTACHMENTS);
    }
    UUID reportId = Ids.newId(now);
    String description = Texts.clean("description", report.description(), MAX_DESCRIPTION);
    boolean filed = category.autoFile() && place.placement() == Placement.IN_CELL;
    return new CheckedReport(
        Ids.newId(now),
        reportId,
        report.channel(),
        report.actor(),
        category,
        report.severity() == null ? category.severity() : report.severity(),
        place,
        description == null ? "" : description,
        report.attachments().stream().distinct().toList(),
        sealed(reportId, report.contact()),
        Texts.clean("externalId", report.externalId(), MAX_SHORT_TEXT),
        report.channel() == Channel.RESIDENT ? trackingCodes.of(reportId) : null,
        now,
        reportedAt(report, now),
        filed ? now : null,
        null,
        null,
        key(report));
  }

  /** Closed ones are filed when they were reported and closed at their time. */
  CheckedReport checkPast(PastIncident past) {
    if (past.report().channel() != Channel.IMPORT) {
      throw ReportRejected.notForYou("closedAt");
    }
    Instant closedAt = past.closedAt();
    CheckedReport report = check(past.report(), closedAt == null);
    if (closedAt == null) {
      return report;
    }
    if (closedAt.isBefore(report.reportedAt().minus(WHOLE_MINUTE))
        || closedAt.isAfter(clock.instant().plus(CLOCK_SKEW))) {
      throw ReportRejected.closedOutOfTime(closedAt, report.reportedAt());
    }
    String outcome = Texts.clean("outcome", past.outcome(), MAX_DESCRIPTION);
    Instant atLeast = closedAt.isBefore(report.reportedAt()) ? report.reportedAt() : closedAt;
    return report.closed(
        atLeast.truncatedTo(ChronoUnit.MICROS), outcome == null ? CLOSED_ELSEWHERE : outcome);
  }

  private Category category(String code) {
    return catalogue
        .find(code)
        .orElseThrow(
            () ->
                ReportRejected.noSuchCategory(
                    code, catalogue.list().stream().map(Category::code).toList()));
  }

  private byte @Nullable [] sealed(UUID reportId, @Nullable Contact contact) {
    if (contact == null) {
      return null;
    }
    Contact clean =
        new Contact(
            Texts.clean("reporter.name", contact.name(), MAX_SHORT_TEXT),
            Texts.clean("reporter.phone", contact.phone(), MAX_SHORT_TEXT));
    return clean.empty() ? null : cipher.encrypt(reportId, clean);
  }

  private static Instant reportedAt(NewReport report, Instant now) {
    Instant at = report.reportedAt();
    if (at == null) {
      return now;
    }
    if (report.channel() != Channel.IMPORT) {
      throw ReportRejected.notForYou("reportedAt");
    }
    if (at.isAfter(now.plus(CLOCK_SKEW))) {
      throw ReportRejected.inTheFuture(at);
    }
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private @Nullable RequestKey key(NewReport report) {
    String key = Texts.clean("Idempotency-Key", report.idempotencyKey(), MAX_SHORT_TEXT);
    return key == null ? null : new RequestKey(report.actor().value(), key, digest(report));
  }

  /** Keyed, because a plain hash of a short text with a phone number in it could be guessed. */
  private byte[] digest(NewReport report) {
    String asked =
        Stream.of(
                report.channel(),
                report.category(),
                report.severity(),
                report.place(),
                report.description(),
                report.attachments(),
                report.contact() == null ? null : report.contact().name(),
                report.contact() == null ? null : report.contact().phone(),
                report.reportedAt(),
                report.externalId())
            .map(Objects::toString)
            .collect(Collectors.joining("\u0000"));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(digestKey);
      return mac.doFinal(asked.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
