package org.gridward.tracking;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The newest position of each worker. Thread-safe. */
@Component
class LatestPositions {

  private final Map<Long, Position> byWorker = new ConcurrentHashMap<>();
  private Map<Long, Position> moved = new HashMap<>();

  Optional<Position> find(long workerId) {
    return Optional.ofNullable(byWorker.get(workerId));
  }

  Collection<Position> all() {
    return byWorker.values();
  }

  /** Takes over what was read from the table. */
  void restore(List<Position> positions) {
    positions.forEach(this::keepNewer);
  }

  /** Takes over what has become durable. One that is older than what is known moves nobody back. */
  synchronized void update(List<Position> positions) {
    for (Position position : positions) {
      if (keepNewer(position)) {
        moved.put(position.workerId(), position);
      }
    }
  }

  private boolean keepNewer(Position position) {
    return byWorker.merge(position.workerId(), position, LatestPositions::newer) == position;
  }

  private static Position newer(Position known, Position coming) {
    return coming.at().isBefore(known.at()) ? known : coming;
  }

  /** Who has moved since the last time this was asked. */
  synchronized List<Position> takeMoved() {
    List<Position> taken = List.copyOf(moved.values());
    moved = new HashMap<>();
    return taken;
  }
}
