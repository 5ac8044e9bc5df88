package org.gridward.workforce.imports;

import org.gridward.workforce.Shift;

/** A row of a file of shifts whose worker is known and whose times can be read. */
record ShiftRow(long number, long workerId, Shift.Plan plan) {}
