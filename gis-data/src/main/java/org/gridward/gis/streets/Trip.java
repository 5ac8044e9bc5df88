package org.gridward.gis.streets;

/**
 * What a way takes: along the streets, and in a straight line on foot between each place and its
 * street.
 *
 * @param metres of the quickest way, from 0
 * @param seconds without waiting or traffic, from 0
 */
public record Trip(double metres, double seconds) {

  /** The speed on foot away from streets, 5 km/h. */
  public static final double WALKING_METRES_PER_SECOND = 5 / 3.6;

  /** Where there is no street to follow: the straight line on foot. */
  public static Trip straight(double metres) {
    return new Trip(metres, metres / WALKING_METRES_PER_SECOND);
  }

  Trip plus(Trip other) {
    return new Trip(metres + other.metres, seconds + other.seconds);
  }
}
