package org.gridward.wall;

import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A picture that a wall shows in turn.
 *
 * @param area whose walls show it, and what it shows where {@code view} is null
 * @param seconds how long, 5 to 3,600
 * @param version grows with every change
 */
public record WallScene(
    long id, String name, AreaPath area, @Nullable View view, Tint tint, int seconds, int version) {

  /** What the colour of a cell tells. */
  public enum Tint {
    /** How many incidents are open. */
    LOAD,
    /** How many are late. */
    LATE,
    NONE
  }

  /** A box in degrees, EPSG:4326. */
  public record View(double west, double south, double east, double north) {

    /**
     * @throws IllegalArgumentException when it is no box on the globe
     */
    public View {
      if (!(west >= -180 && west < east && east <= 180)
          || !(south >= -90 && south < north && north <= 90)) {
        throw new IllegalArgumentException(
            "not a box: %s, %s, %s, %s".formatted(west, south, east, north));
      }
    }
  }

  /** What somebody decides about a scene. */
  public record Facts(String name, AreaPath area, @Nullable View view, Tint tint, int seconds) {}
}
