package org.gridward.gis.city;

import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;

/**
 * A made-up address.
 *
 * @param number of the house, unique in its street
 * @param lon degrees east, EPSG:4326
 * @param lat degrees north, EPSG:4326
 * @param cell code of the cell it lies in
 */
public record CityAddress(Name street, int number, double lon, double lat, String cell) {

  static CityAddress of(Building building, String cell) {
    Coordinate middle = building.middle();
    return new CityAddress(
        Objects.requireNonNull(building.street()),
        building.number(),
        Plane.rounded(Plane.lon(middle.x)),
        Plane.rounded(Plane.lat(middle.y)),
        cell);
  }

  /** As it is written in Chinese. */
  public String textZh() {
    return street.zh() + number + "号";
  }

  /** As it is written in English. */
  public String textEn() {
    return number + " " + street.en();
  }
}
