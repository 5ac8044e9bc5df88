package org.gridward.incident;

/** The way a report came in. */
public enum Channel {
  OPERATOR,
  WORKER,
  /** Somebody without an account, from the public page. */
  RESIDENT,
  /** Another program, by API key. */
  IMPORT
}
