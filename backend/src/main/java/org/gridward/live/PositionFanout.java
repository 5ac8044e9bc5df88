package org.gridward.live;

import java.time.Instant;
import java.util.List;
import org.gridward.shared.AreaPath;
import org.gridward.shared.OnServer;
import org.gridward.tracking.Position;
import org.gridward.tracking.WorkersMoved;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the positions of a tick to those who watch the area, one frame an area. */
@Component
@OnServer
class PositionFanout {

  private final Switchboard switchboard;
  private final Encoder encoder;

  PositionFanout(Switchboard switchboard, Encoder encoder) {
    this.switchboard = switchboard;
    this.encoder = encoder;
  }

  /** What a map needs to know of a worker's place. */
  record Dot(long workerId, double lon, double lat, @Nullable Float headingDegrees, Instant at) {}

  /** A frame of the positions topic. */
  record Dots(Instant at, List<Dot> positions) {}

  @EventListener
  void show(WorkersMoved moved) {
    for (AreaPath area : switchboard.positionAreas()) {
      List<Dot> dots =
          moved.positions().stream()
              .filter(position -> position.concerns(area))
              .map(PositionFanout::dot)
              .toList();
      if (!dots.isEmpty()) {
        switchboard.broadcast(
            new Route.Positions(area), encoder.encode(new Dots(moved.at(), dots)));
      }
    }
  }

  private static Dot dot(Position position) {
    return new Dot(
        position.workerId(),
        position.lon(),
        position.lat(),
        position.headingDegrees(),
        position.at());
  }
}
