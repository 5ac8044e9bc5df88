package org.gridward.grid.store;

/**
 * The level of the tree that areas are written to.
 *
 * @param code of the area type
 * @param rank 0 at the top
 * @param cell true for the level of the cells
 */
public record Level(String code, int rank, boolean cell) {}
