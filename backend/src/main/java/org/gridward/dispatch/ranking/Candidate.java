package org.gridward.dispatch.ranking;

import org.gridward.rulebook.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who might be asked, as known at the moment of the decision.
 *
 * @param place order among those of the same tier, from 0; for {@link Tier#NEARBY} always 0
 * @param distanceMetres from the latest position to the incident, along the ellipsoid; null when
 *     either is unknown
 * @param active assignments in hand, at least 0
 * @param capacity assignments at the same time, at least 1
 * @param hasSkill has the skill the category requires; true when it requires none
 */
public record Candidate(
    long workerId,
    String name,
    Tier tier,
    int place,
    boolean onDuty,
    @Nullable Double distanceMetres,
    int active,
    int capacity,
    boolean hasSkill,
    Asked asked) {

  /** Has as many assignments as go at the same time. */
  public boolean full() {
    return active >= capacity;
  }
}
