package org.gridward.grid.partition;

import java.util.Locale;
import org.gridward.gis.partition.Fault;
import org.gridward.gis.partition.Nesting;

/** Findings in English, a line each. */
final class FaultText {

  private FaultText() {}

  static String kind(Fault fault) {
    return fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String of(Fault fault) {
    return String.format(
        Locale.ROOT,
        "%-14s %-28s %12s  at %.6f, %.6f  %s",
        kind(fault),
        codes(fault),
        fault.squareMetres() == 0
            ? fault.where().getNumGeometries() + " corners"
            : String.format(Locale.ROOT, "%,.1f m²", fault.squareMetres()),
        fault.at().getX(),
        fault.at().getY(),
        proposal(fault));
  }

  private static String codes(Fault fault) {
    int more = fault.codes().size() - 3;
    String first = String.join(" / ", fault.codes().stream().limit(3).toList());
    return more > 0 ? first + " +" + more : first;
  }

  static String proposal(Fault fault) {
    Fault.Proposal proposal = fault.proposal();
    return switch (proposal.action()) {
      case GIVE ->
          String.format(
              Locale.ROOT,
              "give it to %s (%,.1f m of common border)",
              proposal.code(),
              proposal.borderMetres());
      case CUT -> "cut it off from " + proposal.code();
      case ALIGN -> "give both sides the corners of " + proposal.code();
    };
  }

  /** What an edit does to one area, with the ground it gets or loses. */
  static String of(AreaChange change) {
    double gained = change.gainedSquareMetres();
    Double size = change.squareMetres();
    return String.format(
        Locale.ROOT,
        "%-20s %-9s %16s  %s",
        change.code(),
        change.kind().name().toLowerCase(Locale.ROOT),
        size == null ? "" : String.format(Locale.ROOT, "%,.1f m²", size),
        Math.abs(gained) < 0.05
            ? "no ground, only corners"
            : String.format(Locale.ROOT, "%+,.1f m²", gained));
  }

  static String of(Nesting nesting) {
    return String.format(
        Locale.ROOT,
        "%-14s %-28s %d areas, %,.0f m² of them outside, %,.0f m² in none of them",
        "by code only",
        nesting.parent(),
        nesting.parts(),
        nesting.outsideSquareMetres(),
        nesting.uncoveredSquareMetres());
  }
}
