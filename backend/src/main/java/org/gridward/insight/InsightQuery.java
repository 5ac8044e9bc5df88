package org.gridward.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridward.shared.AreaPath;

/**
 * Which incidents a question is about; dismissed ones never count.
 *
 * @param areas only inside one of these; an empty list is none
 * @param from reported then or later
 * @param to reported before; after {@code from}
 * @param categories only of these codes; an empty set is any
 */
public record InsightQuery(List<AreaPath> areas, Instant from, Instant to, Set<String> categories) {

  public InsightQuery {
    areas = List.copyOf(areas);
    categories = Set.copyOf(categories);
  }

  /** The same in the period of the same length before. */
  public InsightQuery before() {
    Duration length = Duration.between(from, to);
    return new InsightQuery(areas, from.minus(length), from, categories);
  }

  /** The same at another time. */
  public InsightQuery at(Instant otherFrom, Instant otherTo) {
    return new InsightQuery(areas, otherFrom, otherTo, categories);
  }
}
