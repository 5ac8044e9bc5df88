package org.gridward.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents of a time to list, newest first; dismissed ones and duplicates are left out.
 *
 * @param areas only inside one of these; an empty list finds nothing
 * @param from reported then or later
 * @param to reported before
 * @param categories only of these; an empty set is any
 * @param after where the page before ended; null is the first page
 * @param limit how many, 1 to 1,000
 */
public record CaseQuery(
    List<AreaPath> areas,
    Instant from,
    Instant to,
    Set<String> categories,
    @Nullable String after,
    int limit) {

  public CaseQuery {
    areas = List.copyOf(areas);
    categories = Set.copyOf(categories);
  }
}
