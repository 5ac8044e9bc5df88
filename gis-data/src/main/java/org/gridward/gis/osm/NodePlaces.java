package org.gridward.gis.osm;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Where the wanted nodes lie, by their numbers: first all are wanted, then settled, then put. */
final class NodePlaces {

  private long[] ids = new long[1024];
  private int size;
  private double[] lon = {};
  private double[] lat = {};

  void want(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Math.multiplyExact(size, 2));
    }
    ids[size++] = id;
  }

  /** No more are wanted from here on. */
  void settle() {
    ids = Arrays.stream(ids, 0, size).sorted().distinct().toArray();
    size = ids.length;
    lon = new double[size];
    lat = new double[size];
    Arrays.fill(lon, Double.NaN);
  }

  /** Keeps the place where it is wanted. */
  void put(long id, Coordinate place) {
    int at = Arrays.binarySearch(ids, id);
    if (at >= 0) {
      lon[at] = place.x;
      lat[at] = place.y;
    }
  }

  Optional<Coordinate> find(long id) {
    int at = Arrays.binarySearch(ids, id);
    return at < 0 || Double.isNaN(lon[at])
        ? Optional.empty()
        : Optional.of(new Coordinate(lon[at], lat[at]));
  }
}
