package org.gridward.grid;

/** How many live somewhere. */
public record ResidentCount(long households, long people) {

  static final ResidentCount NONE = new ResidentCount(0, 0);

  ResidentCount plus(long moreHouseholds, long morePeople) {
    return new ResidentCount(households + moreHouseholds, people + morePeople);
  }
}
