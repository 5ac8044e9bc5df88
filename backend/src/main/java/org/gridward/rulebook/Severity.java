package org.gridward.rulebook;

/** How bad it is, mildest first. */
public enum Severity {
  LOW,
  NORMAL,
  HIGH,
  CRITICAL
}
