package org.gridward.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.Contact;
import org.gridward.incident.Place;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/** What the incident endpoints are asked. */
final class IncidentRequests {

  private IncidentRequests() {}

  /** Body of {@code POST /api/incidents}. */
  record ReportRequest(
      @Nullable String category,
      @Nullable Severity severity,
      @Nullable Place place,
      @Nullable String description,
      @Nullable List<UUID> attachments,
      @Nullable Contact reporter,
      @Nullable Instant reportedAt,
      @Nullable String externalId) {}

  /** Body of {@code POST /api/incidents/{id}/commands/{command}}. */
  record CommandRequest(
      @Nullable Integer version,
      @Nullable String reason,
      @Nullable String note,
      @Nullable Integer rating,
      @Nullable String category,
      @Nullable Severity severity,
      @Nullable Place place,
      @Nullable List<UUID> attachments) {

    CommandDetails details() {
      return new CommandDetails(
          reason,
          note,
          rating,
          category,
          severity,
          place,
          attachments == null ? List.of() : attachments);
    }
  }
}
