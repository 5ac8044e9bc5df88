package org.gridward.incident;

import java.util.Optional;

/** What a point is called. Answered by a module that knows places; without it nobody can tell. */
public interface PointNames {

  /** The nearest address, EPSG:4326 degrees; empty where none is near. */
  Optional<Address> findAddress(double lon, double lat);
}
