package org.gridward.incident;

import java.util.UUID;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An incident was dismissed, settled, closed or merged into another, or a move was undone: nobody
 * need go there any more. Published inside the transaction.
 *
 * @param stage {@link Stage#CLOSED}, {@link Stage#DISMISSED}, {@link Stage#MERGED}, or the stage
 *     before the move that was undone
 * @param from the stage before, so that a listener sees whether somebody was on the way
 */
public record IncidentEnded(
    UUID id, Stage from, Stage stage, Actor actor, @Nullable String reason) {}
