package org.gridward.grid.dwellings;

import java.util.ArrayList;
import java.util.List;
import org.gridward.gis.partition.Scatter;
import org.gridward.grid.Dwelling;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What a file counts at one point, or for one cell.
 *
 * @param points one; of a cell, those that share its count, whose sums are that count, or none
 *     where it is 0
 */
record Home(List<Dwelling> points) {

  /** A cell's count stands at about so many points. */
  private static final int POINTS = 25;

  Home {
    points = List.copyOf(points);
  }

  static Home at(double lon, double lat, int households, int people) {
    return new Home(List.of(new Dwelling(lon, lat, households, people)));
  }

  /** The count of a cell, evenly over its ground (EPSG:4326), whole people only. */
  static Home in(Geometry ground, int households, int people) {
    List<Coordinate> places = Scatter.evenly(ground, POINTS);
    List<Dwelling> points = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      Coordinate at = places.get(i);
      points.add(
          new Dwelling(
              at.x, at.y, share(households, i, places.size()), share(people, i, places.size())));
    }
    points.removeIf(point -> point.households() == 0 && point.people() == 0);
    return new Home(points);
  }

  private static int share(int count, int index, int of) {
    return (int) ((long) count * (index + 1) / of - (long) count * index / of);
  }

  /** Both together: a file may count one point in several rows. Of points, not of cells. */
  Home plus(Home other) {
    Dwelling one = points.getFirst();
    Dwelling more = other.points.getFirst();
    return at(
        one.lon(),
        one.lat(),
        Math.addExact(one.households(), more.households()),
        Math.addExact(one.people(), more.people()));
  }
}
