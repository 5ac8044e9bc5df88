package org.gridward.gis.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.gis.osm.OsmElement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Makes streets of the ways of one name: ways whose extents are at most 0.004° (about 400 m) apart
 * are one street, so a street goes on behind a square, and Broadway in the next town is another.
 */
final class StreetCourses {

  private static final double GAP_DEGREES = 0.004;

  private final List<OsmElement> pieces;
  private final List<Envelope> extents;
  private final int[] street;

  private StreetCourses(List<OsmElement> pieces) {
    this.pieces = pieces.stream().sorted(Comparator.comparingLong(StreetCourses::number)).toList();
    this.extents = this.pieces.stream().map(StreetCourses::extent).toList();
    this.street = new int[pieces.size()];
  }

  /** One place for each street; known by its way with the lowest number. */
  static List<FoundPlace> join(List<OsmElement> pieces) {
    return new StreetCourses(pieces).streets();
  }

  private List<FoundPlace> streets() {
    STRtree tree = new STRtree();
    for (int i = 0; i < street.length; i++) {
      street[i] = i;
      tree.insert(extents.get(i), i);
    }
    for (int i = 0; i < street.length; i++) {
      Envelope around = new Envelope(extents.get(i));
      around.expandBy(GAP_DEGREES);
      for (Object other : tree.query(around)) {
        unite(i, (Integer) other);
      }
    }
    Map<Integer, List<OsmElement>> joined = new HashMap<>();
    for (int i = 0; i < street.length; i++) {
      joined.computeIfAbsent(first(i), _ -> new ArrayList<>()).add(pieces.get(i));
    }
    return joined.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> street(each.getValue()))
        .toList();
  }

  private int first(int piece) {
    while (street[piece] != piece) {
      street[piece] = street[street[piece]];
      piece = street[piece];
    }
    return piece;
  }

  private void unite(int one, int other) {
    int low = Math.min(first(one), first(other));
    int high = Math.max(first(one), first(other));
    street[high] = low;
  }

  private static FoundPlace street(List<OsmElement> pieces) {
    OsmElement longest =
        pieces.stream().max(Comparator.comparingDouble(StreetCourses::length)).orElseThrow();
    Coordinate point = longest.points().get(longest.points().size() / 2);
    Map<String, String> names = new HashMap<>(OsmPlaces.names(pieces.getFirst()));
    pieces.forEach(piece -> OsmPlaces.names(piece).forEach(names::putIfAbsent));
    return new FoundPlace(
        "street/" + pieces.getFirst().code(),
        PlaceKind.STREET,
        names,
        null,
        null,
        point.x,
        point.y,
        pieces.stream().map(OsmElement::points).toList());
  }

  private static double length(OsmElement piece) {
    double length = 0;
    for (int i = 1; i < piece.points().size(); i++) {
      length += piece.points().get(i - 1).distance(piece.points().get(i));
    }
    return length;
  }

  private static Envelope extent(OsmElement piece) {
    Envelope extent = new Envelope();
    piece.points().forEach(extent::expandToInclude);
    return extent;
  }

  private static long number(OsmElement piece) {
    return Long.parseLong(piece.code().substring(1));
  }
}
