package org.gridward.grid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.gridward.grid.dwellings.DwellingTable;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/**
 * Who lives where, in numbers only: households and people by point, as they were imported. A point
 * counts for the cell it lies in now (decision 0140). Thread-safe. Who may see what is decided by
 * whoever asks.
 */
@Component
public class Residents {

  private final DwellingTable table;
  private final GridSnapshots snapshots;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Counted counted;

  Residents(DwellingTable table, GridSnapshots snapshots) {
    this.table = table;
    this.snapshots = snapshots;
  }

  /** Counts of one state of the cells. */
  private record Counted(GridSnapshot ground, long changes, Map<Long, ResidentCount> byCell) {}

  /** All points in a box (EPSG:4326), in a stable order; empty where nothing is known. */
  public List<Dwelling> list(Envelope box) {
    return table.list(box);
  }

  /** How many live in the cells of an area; nobody where nothing is known. */
  public ResidentCount count(AreaPath area) {
    Map<Long, ResidentCount> byCell = byCell();
    ResidentCount sum = ResidentCount.NONE;
    for (Area cell : snapshots.current().listCells(area)) {
      ResidentCount one = byCell.getOrDefault(cell.id(), ResidentCount.NONE);
      sum = sum.plus(one.households(), one.people());
    }
    return sum;
  }

  /** The numbers are counted again when they are next asked for. */
  void outdate() {
    changes.incrementAndGet();
  }

  private Map<Long, ResidentCount> byCell() {
    Counted known = counted;
    return known != null && isCurrent(known) ? known.byCell : recount();
  }

  private boolean isCurrent(Counted known) {
    return known.ground == snapshots.current() && known.changes == changes.get();
  }

  private synchronized Map<Long, ResidentCount> recount() {
    Counted known = counted;
    if (known != null && isCurrent(known)) {
      return known.byCell;
    }
    long before = changes.get();
    GridSnapshot ground = snapshots.current();
    Map<Long, ResidentCount> byCell = new HashMap<>();
    table.readAll(
        one -> {
          Optional<Area> cell = ground.locate(one.lon(), one.lat());
          cell.ifPresent(
              at ->
                  byCell.merge(
                      at.id(),
                      new ResidentCount(one.households(), one.people()),
                      (a, b) -> a.plus(b.households(), b.people())));
        });
    counted = new Counted(ground, before, Map.copyOf(byCell));
    return byCell;
  }
}
