package org.gridward.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When people took an incident in hand.
 *
 * @param acceptedAt when somebody first accepted it; null when nobody has
 * @param doneAt when somebody last said that it is done; null when nobody has
 */
public record AssignmentTimes(@Nullable Instant acceptedAt, @Nullable Instant doneAt) {

  /** Nobody has accepted. */
  public static final AssignmentTimes NONE = new AssignmentTimes(null, null);
}
