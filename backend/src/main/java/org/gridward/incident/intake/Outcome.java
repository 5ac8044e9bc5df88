package org.gridward.incident.intake;

import org.gridward.incident.Receipt;

/** What became of one report of a batch. */
sealed interface Outcome {

  record Accepted(Receipt receipt) implements Outcome {}

  /** Refused alone; the others of its batch stand. */
  record Refused(RuntimeException reason) implements Outcome {}
}
