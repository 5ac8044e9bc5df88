package org.gridward.incident;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gridward.rulebook.Severity;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * What a list of incidents is narrowed to; all of it must be true.
 *
 * @param severities only of these; an empty set is any
 * @param categories only of these codes; an empty set is any
 * @param words each must be found; an empty list is any
 * @param among only these incidents; null is any, an empty set finds nothing
 * @param desk whose business it is
 * @param keeper who has it; null is anybody or nobody
 */
public record IncidentFilter(
    Set<Severity> severities,
    Set<String> categories,
    List<Word> words,
    @Nullable Set<UUID> among,
    Desk desk,
    @Nullable Keeper keeper) {

  /** Everything passes. */
  public static final IncidentFilter NONE =
      new IncidentFilter(Set.of(), Set.of(), List.of(), null, Desk.ANY, null);

  public IncidentFilter {
    severities = Set.copyOf(severities);
    categories = Set.copyOf(categories);
    words = List.copyOf(words);
    among = among == null ? null : Set.copyOf(among);
  }

  /**
   * Whose business an incident is.
   *
   * @param keeper had by this user; null is any
   * @param notAbove not escalated past these people; null is any
   * @param escalatedTo escalated, and these people are meant; null is any
   */
  public record Desk(@Nullable Long keeper, @Nullable Reach notAbove, @Nullable Reach escalatedTo) {
    public static final Desk ANY = new Desk(null, null, null);
  }

  /**
   * Who has a case.
   *
   * @param userId null is nobody in particular
   */
  public record Keeper(@Nullable Long userId) {}

  /** Where somebody is an operator and where a leader. */
  public record Reach(List<AreaPath> operator, List<AreaPath> leader) {
    public Reach {
      operator = List.copyOf(operator);
      leader = List.copyOf(leader);
    }
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
