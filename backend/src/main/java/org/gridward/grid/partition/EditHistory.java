package org.gridward.grid.partition;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gridward.grid.partition.EditTable.Edit;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The edits that were made, the newest first. Who may see them is the caller's business. */
@Component
public class EditHistory {

  private final EditTable edits;

  EditHistory(EditTable edits) {
    this.edits = edits;
  }

  /**
   * An edit that was made.
   *
   * @param kind {@code split}, {@code merge}, {@code reshape}, {@code repair}, {@code divide} or
   *     {@code undo}
   * @param under the area in which all of it stands
   * @param actor as in the journal
   * @param undoneBy the edit that took it back; null while it stands
   * @param undoable whether it can be taken back, as long as nothing later touched its areas
   */
  public record Past(
      long id,
      String kind,
      AreaPath under,
      Instant effectiveAt,
      Instant madeAt,
      String actor,
      @Nullable Long undoneBy,
      boolean undoable,
      List<Part> changes) {

    private static Past of(Edit edit) {
      return new Past(
          edit.id(),
          word(edit.kind()),
          edit.under(),
          edit.effectiveAt(),
          edit.madeAt(),
          edit.actor(),
          edit.undoneBy(),
          edit.undoable(),
          edit.changes().stream()
              .map(made -> new Part(made.areaId(), made.code(), word(made.change())))
              .toList());
    }
  }

  /**
   * @param change {@code reshaped}, {@code aligned}, {@code created}, {@code retired} or {@code
   *     restored}
   */
  public record Part(long id, String code, String change) {}

  /**
   * @param within edits of ground in this area
   * @param before only those older than this edit; null for the newest
   */
  public List<Past> list(AreaPath within, @Nullable Long before, int limit) {
    long than = Objects.requireNonNullElse(before, Long.MAX_VALUE);
    return edits.list(within, than, limit).stream().map(Past::of).toList();
  }

  private static String word(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
