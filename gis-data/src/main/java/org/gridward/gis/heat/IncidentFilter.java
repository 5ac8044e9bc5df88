package org.gridward.gis.heat;

import java.util.function.IntPredicate;

/**
 * Which incidents count.
 *
 * @param from the first second
 * @param to the second after the last
 * @param category which codes of categories
 * @param area which codes of areas
 */
public record IncidentFilter(int from, int to, IntPredicate category, IntPredicate area) {

  /** The same in another time. */
  public IncidentFilter at(int otherFrom, int otherTo) {
    return new IncidentFilter(otherFrom, otherTo, category, area);
  }
}
