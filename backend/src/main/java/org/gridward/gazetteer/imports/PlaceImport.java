package org.gridward.gazetteer.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.gridward.gazetteer.PlaceBatch;
import org.gridward.gis.places.FoundPlace;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.shared.imports.Progress;

/**
 * One import of places while it runs: batches of one transaction each, then one journal entry that
 * has every server read the names again. Places are known by their codes, so the same file again
 * changes nothing, and goes on where it was stopped.
 */
final class PlaceImport {

  private static final int BATCH = 500;

  private final PlaceBatch batch;
  private final String source;
  private final Tally tally;
  private final Progress progress;
  private final boolean dryRun;
  private List<FoundPlace> waiting = new ArrayList<>();
  private long done;

  PlaceImport(PlaceBatch batch, String source, Tally tally, Progress progress, boolean dryRun) {
    this.batch = batch;
    this.source = source;
    this.tally = tally;
    this.progress = progress;
    this.dryRun = dryRun;
  }

  void take(FoundPlace place) {
    waiting.add(place);
    if (waiting.size() == BATCH) {
      write();
    }
  }

  /** Takes out what the source had and {@code there} does not name; how many those were. */
  int removeAllBut(Set<String> there) {
    List<String> gone = List.copyOf(batch.gone(source, there));
    for (int from = 0; from < gone.size() && !dryRun; from += BATCH) {
      batch.remove(source, gone.subList(from, Math.min(gone.size(), from + BATCH)));
    }
    return gone.size();
  }

  void finish() {
    write();
    if (!dryRun) {
      batch.tell(source);
    }
    progress.at(done, OptionalLong.of(done));
  }

  private void write() {
    if (!waiting.isEmpty()) {
      batch.write(source, waiting, tally, dryRun);
    }
    done += waiting.size();
    waiting = new ArrayList<>();
    progress.at(done, OptionalLong.empty());
  }
}
