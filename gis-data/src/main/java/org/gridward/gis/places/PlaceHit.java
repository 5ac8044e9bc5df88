package org.gridward.gis.places;

import java.util.Comparator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * One answer, and why it stands where it stands.
 *
 * @param typos slips of the keyboard that had to be forgiven
 * @param inView some of it may be in what the map shows (its extent meets the view)
 * @param whole the name was typed to its end, nothing more and nothing less
 * @param begins the name begins with what was typed first
 * @param distance from where the person looks, a rough measure for ordering only; 0 where nobody
 *     said where
 * @param length of the name in characters
 */
public record PlaceHit(
    long id,
    PlaceKind kind,
    int typos,
    boolean inView,
    boolean whole,
    boolean begins,
    double distance,
    int length) {

  /**
   * The ranking: fewest typos; what is in view; whole names; by kind; names that begin so; the
   * nearest; the shortest name; the lowest id.
   */
  public static final Comparator<PlaceHit> BEST_FIRST =
      Comparator.comparingInt(PlaceHit::typos)
          .thenComparing(hit -> !hit.inView)
          .thenComparing(hit -> !hit.whole)
          .thenComparing(PlaceHit::kind)
          .thenComparing(hit -> !hit.begins)
          .thenComparingDouble(PlaceHit::distance)
          .thenComparingInt(PlaceHit::length)
          .thenComparingLong(PlaceHit::id);

  static double distance(PlaceEntry entry, PlaceSearch search) {
    Coordinate near = search.near();
    if (near == null) {
      return 0;
    }
    Envelope extent = entry.extent();
    double east = Math.max(0, Math.max(extent.getMinX() - near.x, near.x - extent.getMaxX()));
    double north = Math.max(0, Math.max(extent.getMinY() - near.y, near.y - extent.getMaxY()));
    return Math.hypot(east * Math.cos(Math.toRadians(near.y)), north);
  }
}
