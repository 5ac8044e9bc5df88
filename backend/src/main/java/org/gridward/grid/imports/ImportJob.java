package org.gridward.grid.imports;

import java.util.OptionalLong;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.Progress;
import org.jspecify.annotations.Nullable;

/** One import in the background, as somebody who waits for it sees it. */
public final class ImportJob implements Progress {

  /** Where it stands. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  private final String file;
  private final boolean dryRun;
  private volatile State state = State.RUNNING;
  private volatile boolean cancelled;
  private volatile long done;
  private volatile @Nullable Long total;
  private volatile ImportReport report = ImportReport.EMPTY;
  private volatile @Nullable String code;
  private volatile @Nullable String message;

  ImportJob(String file, boolean dryRun) {
    this.file = file;
    this.dryRun = dryRun;
  }

  @Override
  public void at(long features, OptionalLong of) {
    done = features;
    total = of.isPresent() ? (Long) of.getAsLong() : null;
    if (cancelled) {
      throw new ImportRefused(
          "import-cancelled",
          "cancelled; the same file goes on where it was with the same choices");
    }
  }

  @Override
  public void written(ImportReport soFar) {
    report = soFar;
  }

  /** It ends before the next feature; batches that were written stay. */
  public void cancel() {
    cancelled = true;
  }

  void done(ImportReport result) {
    report = result;
    state = State.DONE;
  }

  void failed(String reason, String words) {
    code = reason;
    message = words;
    state = cancelled ? State.CANCELLED : State.FAILED;
  }

  public String file() {
    return file;
  }

  public boolean dryRun() {
    return dryRun;
  }

  public State state() {
    return state;
  }

  /** Features looked at. */
  public long done() {
    return done;
  }

  /** All features; null where nobody knows. */
  public @Nullable Long total() {
    return total;
  }

  /** What became of those that are written; of a dry run, of those that were tried. */
  public ImportReport report() {
    return report;
  }

  /** Why it failed; null while it has not. */
  public @Nullable String code() {
    return code;
  }

  /** The same in words. */
  public @Nullable String message() {
    return message;
  }
}
