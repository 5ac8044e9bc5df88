package org.gridward.grid;

/**
 * This server knows the ground anew: at its start, and after areas or boundaries were changed,
 * wherever that was done. Published outside any transaction; a listener that throws hears it again.
 */
public record GroundChanged() {}
