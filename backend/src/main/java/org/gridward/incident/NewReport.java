package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridward.rulebook.Severity;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One person's telling of what happened, as it comes in.
 *
 * @param category code of a category in force
 * @param severity null takes the category's
 * @param attachments ids of photos uploaded before by the same actor
 * @param reportedAt null is now; only {@link Channel#IMPORT} may say otherwise
 * @param externalId the number the report has in the system it came from
 * @param idempotencyKey the same key from the same actor again has no second effect
 */
public record NewReport(
    Channel channel,
    Actor actor,
    String category,
    @Nullable Severity severity,
    Place place,
    String description,
    List<UUID> attachments,
    @Nullable Contact contact,
    @Nullable Instant reportedAt,
    @Nullable String externalId,
    @Nullable String idempotencyKey) {

  public NewReport {
    attachments = List.copyOf(attachments);
  }
}
