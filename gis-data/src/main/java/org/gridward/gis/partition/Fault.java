package org.gridward.gis.partition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A place where areas do not divide their ground exactly.
 *
 * @param codes of the areas it concerns: the two that claim the ground, those beside a gap or the
 *     nearest, the one that reaches outside; at least one
 * @param parent the code of the area whose division is faulty; null where it is the whole level's
 * @param at a point of the fault, EPSG:4326
 * @param where the ground itself, a polygon; for {@link Kind#MISMATCH} the points
 * @param squareMetres on the ellipsoid; 0 for points
 * @param proposal how to mend it
 */
public record Fault(
    Kind kind,
    List<String> codes,
    @Nullable String parent,
    Coordinate at,
    Geometry where,
    double squareMetres,
    Proposal proposal) {

  public Fault {
    codes = List.copyOf(codes);
  }

  /** What is wrong. */
  public enum Kind {
    /** Two areas claim the ground. */
    OVERLAP,
    /** No area has the ground, though it lies among them or in their parent. */
    GAP,
    /** Two areas claim a strip less than a metre wide on average. */
    OVERLAP_SLIVER,
    /** No area has a strip less than a metre wide on average. */
    GAP_SLIVER,
    /** A border is one line on the ground, but its corners differ from one side to the other. */
    MISMATCH,
    /** An area has ground beyond its parent. */
    OUTSIDE_PARENT
  }

  /** What to do. */
  public enum Action {
    /** The ground goes to the area with the longest border to it; an island, to the nearest. */
    GIVE,
    /** The ground is taken from the area. */
    CUT,
    /** Both sides get the same corners, those of the area named first. */
    ALIGN
  }

  /**
   * A way to mend the fault.
   *
   * @param code the area that gains, loses or leads
   * @param borderMetres the border it shares with the ground; 0 where that does not decide
   */
  public record Proposal(Action action, String code, double borderMetres) {}
}
