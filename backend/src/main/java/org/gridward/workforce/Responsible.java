package org.gridward.workforce;

/** A worker who answers for a cell, and as what. */
public record Responsible(Worker worker, ResponsibilityRank rank) {}
