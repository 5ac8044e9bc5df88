package org.gridward.incident;

import java.util.Collection;
import java.util.Map;
import org.gridward.shared.Problem;

/** A report, or a part of a command, cannot be taken as it is; the message says what to change. */
public final class ReportRejected extends Problem.Rejected {

  private ReportRejected(String code, String message, Map<String, Object> fields) {
    super(code, message, fields);
  }

  public static ReportRejected coordinateOutOfRange(String field, double value, int limit) {
    return new ReportRejected(
        "bad-coordinate",
        "%s (%s) must lie between -%d and %d degrees; longitude comes first, latitude second"
            .formatted(field, value, limit, limit),
        Map.of("field", field, "value", Double.toString(value)));
  }

  public static ReportRejected halfAPoint(String missing) {
    return new ReportRejected(
        "bad-coordinate",
        "place.%s is missing; a point needs lon and lat, both in degrees".formatted(missing),
        Map.of("field", "place." + missing));
  }

  public static ReportRejected withoutPlace() {
    return new ReportRejected(
        "place-missing",
        "the place is missing; give place.lon and place.lat, or place.cellCode, or place.text",
        Map.of("field", "place"));
  }

  public static ReportRejected noSuchCell(String code) {
    return new ReportRejected(
        "cell-unknown",
        "place.cellCode (%s) is no cell of this installation; give a cell's code or a point"
            .formatted(code),
        Map.of("field", "place.cellCode", "value", code));
  }

  public static ReportRejected noSuchCategory(String code, Collection<String> known) {
    return new ReportRejected(
        "category-unknown",
        "category (%s) is not in the catalogue; use one of %s".formatted(code, known),
        Map.of("field", "category", "value", code, "known", known));
  }

  public static ReportRejected tooLong(String field, int length, int limit) {
    return new ReportRejected(
        "text-too-long",
        "%s (%d characters) may have %d at most".formatted(field, length, limit),
        Map.of("field", field, "length", length, "limit", limit));
  }

  public static ReportRejected unreadable(String field) {
    return new ReportRejected(
        "text-unreadable",
        "%s holds a NUL character or half a surrogate pair; send plain Unicode text"
            .formatted(field),
        Map.of("field", field));
  }

  public static ReportRejected tooManyAttachments(int count, int limit) {
    return new ReportRejected(
        "too-many-attachments",
        "attachments (%d) may be %d at most".formatted(count, limit),
        Map.of("field", "attachments", "count", count, "limit", limit));
  }

  public static ReportRejected attachmentsNotYours() {
    return new ReportRejected(
        "attachment-unknown",
        "attachments names a photo that you have not uploaded, or that is in use; upload it again",
        Map.of("field", "attachments"));
  }

  public static ReportRejected notForYou(String field) {
    return new ReportRejected(
        "field-not-for-you",
        "%s may only be given by a program that imports reports; leave it out".formatted(field),
        Map.of("field", field));
  }

  public static ReportRejected inTheFuture(Object value) {
    return new ReportRejected(
        "reported-in-future",
        "reportedAt (%s) lies in the future; check the clock".formatted(value),
        Map.of("field", "reportedAt", "value", value.toString()));
  }

  public static ReportRejected closedOutOfTime(Object closed, Object reported) {
    return new ReportRejected(
        "closed-out-of-time",
        "closedAt (%s) must lie between the report (%s) and now".formatted(closed, reported),
        Map.of("field", "closedAt", "value", closed.toString()));
  }

  public static ReportRejected missing(String field, String why) {
    return new ReportRejected(
        "field-missing", "%s is missing; %s".formatted(field, why), Map.of("field", field));
  }

  public static ReportRejected ratingOutOfRange(int rating) {
    return new ReportRejected(
        "bad-rating",
        "rating (%d) must be 1 to 5".formatted(rating),
        Map.of("field", "rating", "value", rating));
  }
}
