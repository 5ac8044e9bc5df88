package org.gridward.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent at once, by REST and by STOMP alike; at most {@link #MOST}. */
public record PositionBatch(@Nullable List<SentPosition> positions) {

  /** Positions in one batch. */
  public static final int MOST = 1_000;
}
