package org.gridward.incident.duplicate;

import java.time.Instant;
import org.gridward.incident.IncidentView;
import org.jspecify.annotations.Nullable;

/**
 * What is compared: an incident, or one that is still being typed.
 *
 * @param category a category's code; null while not chosen
 * @param lon degrees east, EPSG:4326; null without a point
 * @param lat degrees north; null when {@code lon} is
 * @param cellId null when not known to lie in a cell
 * @param placeText the place in words
 * @param description what happened, in words
 */
public record Telling(
    @Nullable String category,
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Long cellId,
    @Nullable String placeText,
    @Nullable String description,
    Instant at) {

  static Telling of(IncidentView view) {
    var compact = view.compact();
    return new Telling(
        compact.category(),
        compact.lon(),
        compact.lat(),
        compact.cellId(),
        compact.placeText(),
        view.description(),
        compact.reportedAt());
  }
}
