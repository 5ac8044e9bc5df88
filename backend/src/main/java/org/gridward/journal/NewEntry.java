package org.gridward.journal;

import java.util.UUID;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A fact to be written.
 *
 * @param kind what happened, {@code thing.past_tense}: {@code incident.filed}
 * @param area where; readers are bounded by it. The root means that everybody may read it who may
 *     read the whole installation
 * @param incidentId the incident whose story it belongs to
 * @param workerId the worker it is addressed to, for the worker's own topic
 * @param payload a record or map that becomes a JSON object; never personal data
 */
public record NewEntry(
    String kind,
    AreaPath area,
    Subject subject,
    @Nullable UUID incidentId,
    @Nullable Long workerId,
    Actor actor,
    Object payload) {}
