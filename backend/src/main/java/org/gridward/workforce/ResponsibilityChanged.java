package org.gridward.workforce;

/** Others answer for this cell now; published in the transaction that makes it so. */
public record ResponsibilityChanged(long cellId) {}
