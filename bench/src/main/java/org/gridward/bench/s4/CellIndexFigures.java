package org.gridward.bench.s4;

/**
 * What {@link CellIndexBenchmark} found for one set of polygons and one kind of points. Rates are
 * medians in points per second, one thread.
 *
 * @param input which polygons
 * @param points {@code uniform} or {@code requests}
 * @param cells how many polygons
 * @param ours rate of CellIndex
 * @param bestJts rate of the fastest exact combination of JTS
 * @param postgis rate of PostGIS, 0 where it was not measured
 * @param asked how many answers were compared with each other locator's
 * @param different how many of them differed, all locators together
 */
public record CellIndexFigures(
    String input,
    String points,
    int cells,
    double ours,
    double bestJts,
    double postgis,
    long asked,
    long different) {}
