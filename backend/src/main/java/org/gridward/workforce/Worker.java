package org.gridward.workforce;

import java.util.Set;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A grid worker as of now.
 *
 * @param rank the post's title, free text
 * @param area the area the worker belongs to; responsibility for cells is kept apart
 * @param capacity assignments at the same time, at least 1
 * @param onDuty set on by hand, or inside a shift
 */
public record Worker(
    long id,
    long userId,
    String name,
    @Nullable String rank,
    AreaPath area,
    Set<String> skills,
    int capacity,
    boolean onDuty) {

  public Worker {
    skills = Set.copyOf(skills);
  }
}
