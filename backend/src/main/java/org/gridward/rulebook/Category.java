package org.gridward.rulebook;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of one kind of incident. An incident keeps the version it was filed under.
 *
 * @param code stable, {@code street-light}; at most 64 of a-z, 0-9 and hyphen
 * @param version from 1, raised by every change
 * @param names by language tag; {@code en} is always there
 * @param severity of an incident whose reporter states none
 * @param autoFile filed at intake; otherwise an operator decides
 * @param requiredSkill what a worker must be able to do; null when anybody can
 * @param acceptWithin how long an offer to a worker stands; positive
 * @param handleWithin from filing to feedback, the promise to the resident; positive
 */
public record Category(
    String code,
    int version,
    Map<String, String> names,
    Severity severity,
    boolean autoFile,
    @Nullable String requiredSkill,
    Duration acceptWithin,
    Duration handleWithin) {

  public Category {
    names = Map.copyOf(names);
  }
}
