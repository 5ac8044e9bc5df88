package org.gridward.bench.s4;

/** One way to answer which cell a point is in, by the border rule of {@code CellIndex}. */
interface Locator {
  long locate(double lon, double lat);
}
