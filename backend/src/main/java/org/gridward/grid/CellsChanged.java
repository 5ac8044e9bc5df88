package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * Cells were redrawn by hand. Published inside the transaction that does it, before the snapshot in
 * memory knows.
 *
 * @param paths of every cell that is named here, by id, retired ones too
 * @param heirs by each cell that was edited: the cell that has the largest part of its ground now,
 *     often itself
 * @param successions who answers for which cell from now on
 * @param ground the edited cells and those around them as they are now, EPSG:4326
 */
public record CellsChanged(
    Map<Long, AreaPath> paths,
    Map<Long, Long> heirs,
    List<Succession> successions,
    List<CellShape> ground,
    Actor actor) {

  public CellsChanged {
    paths = Map.copyOf(paths);
    heirs = Map.copyOf(heirs);
    successions = List.copyOf(successions);
    ground = List.copyOf(ground);
  }

  /**
   * Responsibility that passes on: a cell gets the people of the first of {@code from} and, as
   * backups, the main ones of the others.
   *
   * @param from cell ids; empty when nobody answers for the cell any more
   * @param asOf as these people were just before that time; null for as they are now
   */
  public record Succession(long cellId, List<Long> from, @Nullable Instant asOf) {
    public Succession {
      from = List.copyOf(from);
    }
  }

  /** Where to find the cell of a point among {@code ground}, by the border rule. */
  public CellIndex index() {
    return CellIndex.build(ground);
  }
}
