package org.gridward.shared.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an import did and what it had to leave out, each fault with where it is and why.
 *
 * @param created things that were not there before
 * @param changed things that were there and are different now
 * @param unchanged things that were there already, just so
 * @param repaired things that were taken in after a safe repair (also counted above)
 * @param faults what was left out, in the file's order
 * @param repairs what was repaired and how, in the file's order; may name fewer than {@code
 *     repaired}
 */
public record ImportReport(
    long created,
    long changed,
    long unchanged,
    long repaired,
    List<Fault> faults,
    List<Fault> repairs) {

  /** Nothing done yet. */
  public static final ImportReport EMPTY = new ImportReport(0, 0, 0, 0, List.of(), List.of());

  public ImportReport {
    faults = List.copyOf(faults);
    repairs = List.copyOf(repairs);
  }

  /** This report and {@code later}, the next part of the same file. */
  public ImportReport plus(ImportReport later) {
    return new ImportReport(
        created + later.created,
        changed + later.changed,
        unchanged + later.unchanged,
        repaired + later.repaired,
        Stream.concat(faults.stream(), later.faults.stream()).toList(),
        Stream.concat(repairs.stream(), later.repairs.stream()).toList());
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
    private final List<Fault> repairs = new ArrayList<>();

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

    /** Repaired, with where and how. */
    public void repaired(long number, String code, String message) {
      repaired++;
      repairs.add(new Fault(number, code, message));
    }

    public void fault(long number, String code, String message) {
      faults.add(new Fault(number, code, message));
    }

    /** How many faults there are so far. */
    public int faults() {
      return faults.size();
    }

    public ImportReport report() {
      faults.sort(Comparator.comparingLong(Fault::number));
      return new ImportReport(created, changed, unchanged, repaired, faults, repairs);
    }
  }
}
