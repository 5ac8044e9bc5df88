package org.gridward.cli.replay;

/**
 * What the server answered to a report.
 *
 * @param fresh false when it had the report already
 */
record Receipt(String id, int version, boolean fresh) {}
