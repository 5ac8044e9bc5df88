package org.gridward.workforce;

/** A worker came on duty or went off; published in the transaction that makes it so. */
public record DutyChanged(long workerId, boolean onDuty) {}
