package org.gridward.journal;

import java.util.Optional;

/**
 * What came of checking the journal's seals.
 *
 * @param seals seals that hold
 * @param entries entries under them
 * @param broken the first that does not; what comes after it proves nothing
 */
public record SealReport(long seals, long entries, Optional<BrokenSeal> broken) {

  /**
   * A stretch that is not what was sealed.
   *
   * @param fromXid the first transaction id that may be in it
   * @param uptoXid the first that is not
   * @param reason what differs, in words
   */
  public record BrokenSeal(long seal, int epoch, long fromXid, long uptoXid, String reason) {}

  public boolean intact() {
    return broken.isEmpty();
  }
}
