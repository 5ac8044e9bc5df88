package org.gridward.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the queue that a user keeps under a name.
 *
 * @param name 1 to 60 characters; one user has each name once
 * @param version grows with every change
 */
public record SavedFilter(long id, String name, Asked filter, int version) {

  /**
   * What the queue is narrowed to; what is null or empty narrows nothing.
   *
   * @param area an area's id; 0 is all that the user sees
   * @param words separated by blanks, at most 200 characters
   * @param worker id of the worker who holds it
   * @param scope as the queue's
   * @param keeper as the queue's: {@code me}, {@code nobody}, or the id of a user
   * @param late true: only what is past its time limit
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Asked(
      @Nullable Long area,
      @Nullable List<Stage> stage,
      @Nullable Placement placement,
      @Nullable List<Severity> severity,
      @Nullable List<String> category,
      @Nullable String words,
      @Nullable Long worker,
      @Nullable Scope scope,
      @Nullable String keeper,
      @Nullable Boolean late) {}

  /** Whose business: the caller's, of the caller's areas, escalated to the caller, or anybody's. */
  public enum Scope {
    MINE,
    AREA,
    ESCALATED,
    ALL;

    /** As the queue's parameter says it. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
