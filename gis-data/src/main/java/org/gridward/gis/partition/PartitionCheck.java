package org.gridward.gis.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for the places where areas do not divide their ground exactly.
 *
 * <p>Strips narrower than {@link PairCheck#LINE_METRES a centimetre} on average are taken for one
 * line drawn twice: a {@link Fault.Kind#MISMATCH} between two areas, nothing towards a parent. A
 * gap that opens to the outside of all areas is only seen where there is a parent to be filled.
 */
public final class PartitionCheck {

  /** A strip narrower than this on average is a sliver. */
  public static final double SLIVER_METRES = 1;

  private PartitionCheck() {}

  /**
   * A whole and its parts.
   *
   * @param parts not empty
   */
  public record Division(Ground parent, List<Ground> parts) {
    public Division {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Checks areas that stand side by side, and whether they fill their parents.
   *
   * @param grounds all that are looked at; codes are unique among them
   * @param divisions which of them fill which area; empty at the top of the tree
   */
  public static Findings check(List<Ground> grounds, List<Division> divisions) {
    Neighbourhood neighbourhood = new Neighbourhood(grounds);
    List<Fault> faults = new ArrayList<>(new PairCheck(grounds, neighbourhood).faults());
    ParentCheck parents = new ParentCheck(neighbourhood);
    divisions.stream()
        .sorted(Comparator.comparing(division -> division.parent().code()))
        .forEach(division -> parents.check(division.parent(), division.parts()));
    if (!grounds.isEmpty()) {
      parents.holes(grounds);
    }
    faults.addAll(parents.faults());
    faults.sort(
        Comparator.comparingDouble(Fault::squareMetres)
            .reversed()
            .thenComparing(Fault::kind)
            .thenComparing(fault -> String.join(",", fault.codes())));
    return new Findings(grounds.size(), faults, parents.nestings());
  }
}
