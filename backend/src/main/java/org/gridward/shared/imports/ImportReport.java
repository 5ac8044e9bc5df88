package org.gridward.shared.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import did and what it had to leave out, each fault with where it is and why.
 *
 * @param created things that were not there before
 * @param changed things that were there and are different now
 * @param unchanged things that were there already, just so
 * @param repaired things that were taken in after a safe repair (also counted above)
 * @param faults what was left out, in the file's order
 */
public record ImportReport(
    long created, long changed, long unchanged, long repaired, List<Fault> faults) {

  public ImportReport {
    faults = List.copyOf(faults);
  }

  /**
   * One fault.
   *
   * @param number the feature or row, counted from 1 as a person would (a CSV's heading is row 1)
   * @param code stable, such as {@code unknown-cell}
   * @param message what is wrong, with the value, and the way out
   */
  public record Fault(long number, String code, String message) {
    @Override
    public String toString() {
      return "%d: %s (%s)".formatted(number, message, code);
    }
  }

  /** True when everything was taken in. */
  public boolean isClean() {
    return faults.isEmpty();
  }

  /** The counts in one line: {@code 12 created, 0 changed, 3 unchanged, 1 repaired, 2 faults}. */
  public String summary() {
    return "%d created, %d changed, %d unchanged, %d repaired, %d faults"
        .formatted(created, changed, unchanged, repaired, faults.size());
  }

  /** Counts while an import runs. Not thread-safe. */
  public static final class Tally {
    private long created;
    private long changed;
    private long unchanged;
    private long repaired;
    private final List<Fault> faults = new ArrayList<>();

    public void created() {
      created++;
    }

    public void changed() {
      changed++;
    }

    public void unchanged() {
      unchanged++;
    }

    public void repaired() {
      repaired++;
    }

    public void fault(long number, String code, String message) {
      faults.add(new Fault(number, code, message));
    }

    /** How many faults there are so far. */
    public int faults() {
      return faults.size();
    }

    public ImportReport report() {
      return new ImportReport(created, changed, unchanged, repaired, faults);
    }
  }
}
