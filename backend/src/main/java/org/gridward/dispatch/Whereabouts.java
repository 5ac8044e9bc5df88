package org.gridward.dispatch;

import java.util.Optional;
import org.gridward.dispatch.WorkerStatus.Spot;
import org.gridward.tracking.Position;
import org.gridward.tracking.Positions;
import org.springframework.stereotype.Component;

/** Where workers were seen last, as dispatch looks at it. */
@Component
class Whereabouts {

  private final Positions positions;

  Whereabouts(Positions positions) {
    this.positions = positions;
  }

  /** The latest position; empty when off duty or none is known. */
  Optional<Spot> find(long workerId) {
    return positions.latest(workerId).map(Whereabouts::spot);
  }

  private static Spot spot(Position position) {
    Float heading = position.headingDegrees();
    return new Spot(
        position.lon(),
        position.lat(),
        position.at(),
        heading == null ? null : heading.doubleValue());
  }
}
