package org.gridward.grid.dwellings;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.shared.imports.Progress;

/**
 * Makes the residents of one source be what its file says, some hundreds in one transaction; then
 * one journal entry has every server count again. The same file again changes nothing.
 */
final class HouseholdImport {

  private static final int BATCH = 500;
  private static final Home NOBODY = new Home(List.of());

  private final DwellingTable table;
  private final String source;
  private final Tally tally;
  private final Progress progress;

  HouseholdImport(DwellingTable table, String source, Tally tally, Progress progress) {
    this.table = table;
    this.source = source;
    this.tally = tally;
    this.progress = progress;
  }

  /**
   * @param dryRun count only
   * @return how many were taken out
   */
  int run(Map<String, Home> wanted, boolean dryRun) {
    Map<String, Home> there = table.listHomes(source);
    Map<String, Home> changed = new LinkedHashMap<>();
    wanted.forEach(
        (code, home) -> {
          Home before = there.get(code);
          if (home.equals(before == null ? NOBODY : before)) {
            tally.unchanged();
          } else {
            changed.put(code, home);
            count(before == null);
          }
        });
    Set<String> gone = new HashSet<>(there.keySet());
    gone.removeAll(wanted.keySet());
    if (!dryRun) {
      write(changed, gone);
    }
    return gone.size();
  }

  private void count(boolean fresh) {
    if (fresh) {
      tally.created();
    } else {
      tally.changed();
    }
  }

  private void write(Map<String, Home> changed, Set<String> gone) {
    Map<String, Home> batch = new LinkedHashMap<>();
    long done = 0;
    for (Map.Entry<String, Home> one : changed.entrySet()) {
      batch.put(one.getKey(), one.getValue());
      done++;
      if (batch.size() == BATCH || done == changed.size()) {
        table.replace(source, batch);
        progress.at(done, OptionalLong.of(changed.size()));
        batch.clear();
      }
    }
    List<String> old = List.copyOf(gone);
    for (int from = 0; from < old.size(); from += BATCH) {
      table.remove(source, old.subList(from, Math.min(old.size(), from + BATCH)));
    }
    if (!changed.isEmpty() || !old.isEmpty()) {
      table.tell(source);
    }
  }
}
