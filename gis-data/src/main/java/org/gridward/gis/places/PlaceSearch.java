package org.gridward.gis.places;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What was typed, and where the person looks.
 *
 * @param view what the map shows, in degrees; null: nothing is in view
 * @param near from where distances count; null: they do not
 * @param limit at most so many answers, from 1
 */
public record PlaceSearch(
    String text, @Nullable Envelope view, @Nullable Coordinate near, int limit) {

  /** The same with room for another number of answers. */
  public PlaceSearch withLimit(int other) {
    return new PlaceSearch(text, view, near, other);
  }

  /** The same with another text. */
  public PlaceSearch withText(String other) {
    return new PlaceSearch(other, view, near, limit);
  }
}
