package org.gridward.incident.photo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo without its bytes.
 *
 * @param incidentId null until a report or a feedback names it
 * @param width pixels
 */
public record Attachment(
    UUID id,
    @Nullable UUID incidentId,
    String uploadedBy,
    Purpose purpose,
    int width,
    int height) {}
