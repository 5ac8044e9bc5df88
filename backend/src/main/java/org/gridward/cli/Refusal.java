package org.gridward.cli;

/** What was asked for cannot be done here; the message is one sentence with the way out. */
final class Refusal extends RuntimeException {
  Refusal(String message) {
    super(message, null, false, false);
  }
}
