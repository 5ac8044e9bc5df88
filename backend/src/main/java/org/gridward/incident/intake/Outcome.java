package org.gridward.incident.intake;

import org.gridward.incident.Receipt;
import org.gridward.shared.Problem;

/** What became of one report of a batch. */
sealed interface Outcome {

  record Accepted(Receipt receipt) implements Outcome {}

  /** Refused alone; the others of its batch stand. */
  record Refused(Problem reason) implements Outcome {}
}
