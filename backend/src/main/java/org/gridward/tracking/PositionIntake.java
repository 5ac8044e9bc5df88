package org.gridward.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.CellLocator;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.shared.OnServer;
import org.gridward.tracking.PositionReceipt.RefusedPosition;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Takes positions in: checks each, finds its cell, and returns once it is durable. */
@Service
@OnServer
public class PositionIntake {

  /** Phones' clocks go wrong by this much. */
  private static final Duration AHEAD = Duration.ofSeconds(60);

  private final Workforce workforce;
  private final CellLocator cells;
  private final PositionCommits commits;
  private final Clock clock;
  private final Duration keep;

  PositionIntake(
      Workforce workforce,
      CellLocator cells,
      PositionCommits commits,
      Clock clock,
      @Value("${gridward.tracking.keep-days:30}") int keepDays) {
    this.workforce = workforce;
    this.cells = cells;
    this.commits = commits;
    this.clock = clock;
    this.keep = Duration.ofDays(keepDays);
  }

  /**
   * Takes a batch in. What is wrong is left out and reported; the rest is durable on return.
   *
   * @param gateway the sender is a program that may speak for workers of its areas
   * @throws BatchRejected when there are none or too many
   * @throws NoWorker when the sender is no worker and names none
   */
  public PositionReceipt accept(Caller sender, boolean gateway, PositionBatch batch) {
    List<SentPosition> sent = batch.known();
    if (sent.isEmpty() || sent.size() > PositionBatch.MOST) {
      throw new BatchRejected(sent.size());
    }
    Optional<Worker> self = workforce.findByUser(sender.userId());
    if (self.isEmpty() && sent.stream().anyMatch(p -> p.workerId() == null)) {
      throw new NoWorker();
    }
    Instant now = clock.instant();
    List<Position> accepted = new ArrayList<>(sent.size());
    List<RefusedPosition> refused = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      SentPosition one = sent.get(index);
      Optional<Worker> worker = one.workerId() == null ? self : workforce.find(one.workerId());
      String fault = fault(one, worker, sender, gateway, now);
      if (fault != null) {
        refused.add(new RefusedPosition(index, fault));
      } else {
        accepted.add(place(one, worker.orElseThrow()));
      }
    }
    commits.commit(accepted);
    return new PositionReceipt(accepted.size(), refused);
  }

  private @Nullable String fault(
      SentPosition sent, Optional<Worker> worker, Caller sender, boolean gateway, Instant now) {
    if (worker.isEmpty()) {
      return "unknown-worker";
    }
    if (!maySpeakFor(worker.get(), sender, gateway)) {
      return "not-allowed";
    }
    if (!worker.get().onDuty()) {
      return "off-duty";
    }
    return fault(sent, now);
  }

  private static boolean maySpeakFor(Worker worker, Caller sender, boolean gateway) {
    return worker.userId() == sender.userId()
        || (gateway && sender.may(worker.area(), Role.OPERATOR, Role.ADMINISTRATOR));
  }

  private @Nullable String fault(SentPosition sent, Instant now) {
    if (isOutside(sent.lon(), 180)) {
      return "lon";
    }
    if (isOutside(sent.lat(), 90)) {
      return "lat";
    }
    if (sent.at() == null) {
      return "at-missing";
    }
    if (sent.at().isAfter(now.plus(AHEAD))) {
      return "at-future";
    }
    if (sent.at().isBefore(now.minus(keep))) {
      return "at-old";
    }
    return measureFault(sent);
  }

  private static @Nullable String measureFault(SentPosition sent) {
    if (isNegative(sent.accuracyMetres())) {
      return "accuracy";
    }
    if (isNegative(sent.speedMetresPerSecond())) {
      return "speed";
    }
    Float heading = sent.headingDegrees();
    return isNegative(heading) || (heading != null && heading > 360) ? "heading" : null;
  }

  private static boolean isOutside(@Nullable Double degrees, double limit) {
    return degrees == null || !(Math.abs(degrees) <= limit);
  }

  private static boolean isNegative(@Nullable Float value) {
    return value != null && !(value >= 0 && value < Float.POSITIVE_INFINITY);
  }

  private Position place(SentPosition sent, Worker worker) {
    double lon = sent.lon() == null ? 0 : sent.lon();
    double lat = sent.lat() == null ? 0 : sent.lat();
    Optional<Area> cell = cells.locate(lon, lat);
    return new Position(
        worker.id(),
        lon,
        lat,
        sent.at() == null ? clock.instant() : sent.at(),
        sent.accuracyMetres(),
        sent.headingDegrees(),
        sent.speedMetresPerSecond(),
        cell.map(Area::id).orElse(null),
        cell.map(Area::path).orElse(AreaPath.ROOT),
        worker.area());
  }
}
