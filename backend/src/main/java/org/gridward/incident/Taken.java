package org.gridward.incident;

import org.gridward.shared.Problem;

/** What became of one of many reports that were handed in together. */
public sealed interface Taken {

  /**
   * It is stored.
   *
   * @param receipt says whether it had been before
   */
  record Stored(Receipt receipt) implements Taken {}

  /** It was left out; the others stand. */
  record LeftOut(Problem reason) implements Taken {}
}
