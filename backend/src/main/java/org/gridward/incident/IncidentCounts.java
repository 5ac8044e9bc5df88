package org.gridward.incident;

/**
 * How many incidents a query finds on all its pages.
 *
 * @param total 0 or more
 * @param late those of them that are past their time limit and not fed back
 */
public record IncidentCounts(long total, long late) {

  /** Nothing is found. */
  public static final IncidentCounts NONE = new IncidentCounts(0, 0);
}
