package org.gridward.live.web;

import java.util.List;
import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.journal.Cursor;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal for other programs, page by page, bounded by the caller's areas. */
@RestController
class JournalController {

  private static final int MOST = 1_000;

  private final Journal journal;
  private final Areas areas;

  JournalController(Journal journal, Areas areas) {
    this.journal = journal;
    this.areas = areas;
  }

  /**
   * A page.
   *
   * @param cursor where the next page begins
   * @param more true when there is one already
   */
  record JournalPage(List<JournalEntry> entries, Cursor cursor, boolean more) {}

  @GetMapping("/api/journal")
  JournalPage list(
      Caller caller,
      @RequestParam Optional<String> after,
      @RequestParam Optional<Long> area,
      @RequestParam(defaultValue = "100") int limit) {
    Cursor from = after.filter(text -> !text.isBlank()).map(Cursor::parse).orElse(Cursor.START);
    int most = Math.clamp(limit, 1, MOST);
    List<JournalEntry> found = journal.listAfter(from, scopes(caller, area.orElse(null)), most + 1);
    boolean more = found.size() > most;
    List<JournalEntry> page = more ? found.subList(0, most) : found;
    return new JournalPage(page, page.isEmpty() ? from : page.getLast().cursor(), more);
  }

  /** What the caller may read of the area; all that the caller may read where none is named. */
  private List<AreaPath> scopes(Caller caller, @Nullable Long areaId) {
    List<AreaPath> own = caller.scopes(Role.OPERATOR, Role.LEADER, Role.ADMINISTRATOR);
    if (areaId == null || areaId == 0) {
      return own;
    }
    Optional<AreaPath> asked = areas.find(areaId).map(Area::path);
    return asked.filter(path -> own.stream().anyMatch(mine -> mine.contains(path))).stream()
        .toList();
  }
}
