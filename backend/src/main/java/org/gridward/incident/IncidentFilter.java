package org.gridward.incident;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gridward.rulebook.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a list of incidents is narrowed to; all of it must be true.
 *
 * @param severities only of these; an empty set is any
 * @param categories only of these codes; an empty set is any
 * @param words each must be found; an empty list is any
 * @param among only these incidents; null is any, an empty set finds nothing
 */
public record IncidentFilter(
    Set<Severity> severities, Set<String> categories, List<Word> words, @Nullable Set<UUID> among) {

  /** Everything passes. */
  public static final IncidentFilter NONE = new IncidentFilter(Set.of(), Set.of(), List.of(), null);

  public IncidentFilter {
    severities = Set.copyOf(severities);
    categories = Set.copyOf(categories);
    words = List.copyOf(words);
    among = among == null ? null : Set.copyOf(among);
  }

  /**
   * A word that stands in the place's words or in what was told, or is the number, or belongs to
   * the name of a category.
   *
   * @param text lower case
   * @param categories codes of the categories whose names contain it
   */
  public record Word(String text, Set<String> categories) {
    public Word {
      categories = Set.copyOf(categories);
    }
  }
}
