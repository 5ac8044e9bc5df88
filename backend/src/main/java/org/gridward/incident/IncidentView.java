package org.gridward.incident;

import java.time.Instant;
import java.util.UUID;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an incident but the reporter's contact.
 *
 * @param compact what maps and queues show; its assignee is not filled in
 * @param categoryVersion the version of the category it is judged by
 * @param filedAt null until filed
 * @param closedAt when it was closed, dismissed or merged; null while open
 * @param outcome why it was closed, dismissed or merged, in words
 * @param rating 1 to 5; null until evaluated
 * @param duplicateOf the incident that it was merged into; null unless {@link Stage#MERGED}
 */
public record IncidentView(
    CompactIncident compact,
    int categoryVersion,
    String description,
    Channel channel,
    @Nullable Instant filedAt,
    @Nullable Instant closedAt,
    @Nullable String outcome,
    @Nullable Integer rating,
    @Nullable UUID duplicateOf) {

  public UUID id() {
    return compact.id();
  }

  public Stage stage() {
    return compact.stage();
  }

  public int version() {
    return compact.version();
  }

  public AreaPath areaPath() {
    return compact.areaPath();
  }
}
