package org.gridward.tracking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.shared.AreaPath;
import org.gridward.shared.OnServer;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Before the first position comes in: there is a place to put it, and the latest are known. */
@Component
@OnServer
class PositionStart implements SmartLifecycle {

  private static final Duration LATELY = Duration.ofHours(24);

  private final PositionDays days;
  private final PositionTable table;
  private final LatestPositions latest;
  private final Areas areas;
  private final Workforce workforce;
  private volatile boolean running;

  PositionStart(
      PositionDays days,
      PositionTable table,
      LatestPositions latest,
      Areas areas,
      Workforce workforce) {
    this.days = days;
    this.table = table;
    this.latest = latest;
    this.areas = areas;
    this.workforce = workforce;
  }

  @Override
  public void start() {
    days.keepUp();
    List<Position> known =
        table.listLatest(LATELY).stream().map(this::place).flatMap(Optional::stream).toList();
    latest.restore(known);
    running = true;
  }

  private Optional<Position> place(Position p) {
    Optional<Worker> worker = workforce.find(p.workerId());
    AreaPath area =
        Optional.ofNullable(p.cellId()).flatMap(areas::find).map(Area::path).orElse(AreaPath.ROOT);
    return worker.map(
        known ->
            new Position(
                p.workerId(),
                p.lon(),
                p.lat(),
                p.at(),
                p.accuracyMetres(),
                p.headingDegrees(),
                p.speedMetresPerSecond(),
                p.cellId(),
                area,
                known.area()));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return -750;
  }
}
