package org.gridward.gis.streets;

/** How somebody moves along the streets. */
public enum Travel {
  /** Both ways along every street that may be walked. */
  ON_FOOT,
  /** As one-way streets allow; turn restrictions are not regarded. */
  BY_CAR
}
