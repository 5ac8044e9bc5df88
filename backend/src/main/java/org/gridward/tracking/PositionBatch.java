package org.gridward.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent at once, by REST and by STOMP alike; at most {@link #MOST}. */
public record PositionBatch(@Nullable List<@Nullable SentPosition> positions) {

  /** Positions in one batch. */
  public static final int MOST = 1_000;

  private static final SentPosition NOTHING =
      new SentPosition(null, null, null, null, null, null, null);

  /** What was sent, with nothing said where null was. */
  List<SentPosition> known() {
    return positions == null
        ? List.of()
        : positions.stream().map(one -> one == null ? NOTHING : one).toList();
  }
}
