package org.gridward.gis.places;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A place as a file gives it.
 *
 * @param code what it is known by in its source
 * @param names by language tag, {@code en} always; of an address, its street's
 * @param number of an address as written; null for anything else
 * @param detail more for people, such as the address of a shop; null for none
 * @param lon degrees east, WGS 84; of a street, the middle of its longest piece
 * @param course of a street, its pieces; else empty
 */
public record FoundPlace(
    String code,
    PlaceKind kind,
    Map<String, String> names,
    @Nullable String number,
    @Nullable String detail,
    double lon,
    double lat,
    List<List<Coordinate>> course) {

  public FoundPlace {
    names = Map.copyOf(names);
    course = List.copyOf(course);
  }
}
