package org.gridward.tracking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridward.shared.AreaPath;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.stereotype.Service;

/** Where the workers on duty are now, from memory. Thread-safe. */
@Service
public class Positions {

  private final LatestPositions latest;
  private final Workforce workforce;

  Positions(LatestPositions latest, Workforce workforce) {
    this.latest = latest;
    this.workforce = workforce;
  }

  /** Where the worker was last; empty when off duty or never seen. */
  public Optional<Position> latest(long workerId) {
    return latest.find(workerId).filter(this::isOnDuty);
  }

  /** The last places of those on duty who are in the area or belong to it, by worker. */
  public List<Position> listLatest(AreaPath area) {
    return latest.all().stream()
        .filter(position -> position.concerns(area) && isOnDuty(position))
        .sorted(Comparator.comparingLong(Position::workerId))
        .toList();
  }

  private boolean isOnDuty(Position position) {
    return workforce.find(position.workerId()).filter(Worker::onDuty).isPresent();
  }
}
