package org.gridward.facility;

import org.gridward.streets.Way;

/** A facility and how far it is. */
public record NearFacility(Facility facility, Way way) {

  /** As {@link Way#metres}. */
  public double metres() {
    return way.metres();
  }
}
