package org.gridward.workforce;

import java.util.Set;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A worker to be taken on, for an existing user.
 *
 * @param unitId the unit, or null
 * @param capacity assignments at the same time, at least 1
 */
public record NewWorker(
    long userId,
    String name,
    @Nullable String rank,
    AreaPath area,
    Set<String> skills,
    int capacity,
    @Nullable Long unitId) {

  /** The habitual capacity. */
  public static final int USUAL_CAPACITY = 5;

  public NewWorker {
    skills = Set.copyOf(skills);
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity (" + capacity + ") must be at least 1");
    }
  }
}
