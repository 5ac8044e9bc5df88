package org.gridward.gis.partition;

import java.util.List;

/**
 * What a check has found.
 *
 * @param checked how many areas were looked at
 * @param faults the largest first
 * @param nestings in the order of their codes
 */
public record Findings(int checked, List<Fault> faults, List<Nesting> nestings) {
  public Findings {
    faults = List.copyOf(faults);
    nestings = List.copyOf(nestings);
  }
}
