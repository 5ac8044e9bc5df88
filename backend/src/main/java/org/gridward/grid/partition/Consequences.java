package org.gridward.grid.partition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.gis.cells.CellShape;
import org.gridward.grid.CellsChanged;
import org.gridward.grid.CellsChanged.Succession;
import org.gridward.grid.partition.AreaChange.Kind;
import org.gridward.grid.partition.EditTable.Made;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of cells means for their people and incidents (decision 0231). The first area of an
 * edit is the one that keeps its code, and so the heir of those that go.
 */
final class Consequences {

  private Consequences() {}

  /**
   * @param origin the plan's kind; of an undo, that of what it takes back in the end
   * @param restoreAsOf for an undo, when the edit was made that is taken back
   */
  static CellsChanged of(
      EditPlan plan,
      EditPlan.Kind origin,
      List<Made> made,
      List<Shape> now,
      @Nullable Instant restoreAsOf,
      Actor actor) {
    List<Made> edited = made.stream().filter(one -> one.change() != Kind.ALIGNED).toList();
    long kept = edited.getFirst().areaId();
    Map<Long, AreaPath> paths = new HashMap<>();
    Map<Long, Long> heirs = new HashMap<>();
    for (Made one : edited) {
      paths.put(one.areaId(), plan.under().child(one.areaId()));
      heirs.put(one.areaId(), one.change() == Kind.RETIRED ? kept : one.areaId());
    }
    now.forEach(shape -> paths.put(shape.id(), shape.path()));
    return new CellsChanged(
        paths,
        heirs,
        successions(edited, kept, origin == EditPlan.Kind.MERGE, restoreAsOf),
        ground(now),
        actor);
  }

  static List<CellShape> ground(List<Shape> now) {
    return now.stream()
        .map(shape -> new CellShape(shape.id(), shape.code(), shape.ground().shape()))
        .toList();
  }

  private static List<Succession> successions(
      List<Made> edited, long kept, boolean merge, @Nullable Instant restoreAsOf) {
    List<Succession> successions = new ArrayList<>();
    List<Long> retired = ids(edited, Kind.RETIRED);
    List<Long> restored = ids(edited, Kind.RESTORED);
    if (restoreAsOf != null && (merge || !restored.isEmpty())) { // as before what is taken back
      successions.add(new Succession(kept, List.of(kept), restoreAsOf));
      restored.forEach(id -> successions.add(new Succession(id, List.of(id), restoreAsOf)));
    } else if (merge) {
      List<Long> all = new ArrayList<>(List.of(kept));
      all.addAll(retired);
      successions.add(new Succession(kept, all, null));
    }
    ids(edited, Kind.CREATED)
        .forEach(id -> successions.add(new Succession(id, List.of(kept), null)));
    retired.forEach(id -> successions.add(new Succession(id, List.of(), null)));
    return successions;
  }

  private static List<Long> ids(List<Made> edited, Kind kind) {
    return edited.stream().filter(one -> one.change() == kind).map(Made::areaId).toList();
  }
}
