package org.gridward.cli.demo;

/** A place: degrees, WGS 84, longitude first. */
record Spot(double lon, double lat) {

  private static final double METRES_PER_DEGREE = 111_195;

  /** Metres to the other, on a plane: good to a per mille within a district. */
  double metresTo(Spot other) {
    return Math.hypot(eastTo(other), northTo(other));
  }

  /** Degrees clockwise from north. */
  double headingTo(Spot other) {
    return (Math.toDegrees(Math.atan2(eastTo(other), northTo(other))) + 360) % 360;
  }

  /** The place {@code metres} on the way to the other, or the other when that is nearer. */
  Spot towards(Spot other, double metres) {
    double distance = metresTo(other);
    if (distance <= metres) {
      return other;
    }
    double part = metres / distance;
    return new Spot(lon + (other.lon - lon) * part, lat + (other.lat - lat) * part);
  }

  private double eastTo(Spot other) {
    return (other.lon - lon) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
  }

  private double northTo(Spot other) {
    return (other.lat - lat) * METRES_PER_DEGREE;
  }
}
