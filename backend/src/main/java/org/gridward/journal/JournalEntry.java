package org.gridward.journal;

import java.time.Instant;
import java.util.UUID;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fact as it was written.
 *
 * @param at when it was written, by the server's clock; it does not order entries, the cursor does
 * @param actor the text of an {@link org.gridward.shared.Actor}
 */
public record JournalEntry(
    Cursor cursor,
    Instant at,
    String kind,
    AreaPath area,
    Subject subject,
    @Nullable UUID incidentId,
    @Nullable Long workerId,
    String actor,
    JsonNode payload) {}
