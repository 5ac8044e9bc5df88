package org.gridward.grid.partition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.grid.CellsChanged;
import org.gridward.grid.CellsChanged.Succession;
import org.gridward.grid.partition.AreaChange.Kind;
import org.gridward.grid.partition.EditTable.Made;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * What a division of an area into other cells means for people and incidents (decision 0310): a
 * cell gets the people who had most of its ground, and what cannot be told by its point goes to the
 * cell that has most of the old one's ground.
 */
final class Redivision {

  private final EditPlan plan;
  private final List<Made> edited;
  private final List<Shape> after;

  private Redivision(EditPlan plan, List<Made> made, List<Shape> now) {
    this.plan = plan;
    edited = made.stream().filter(one -> one.change() != Kind.ALIGNED).toList();
    Set<Long> ids = edited.stream().map(Made::areaId).collect(Collectors.toSet());
    after = now.stream().filter(shape -> ids.contains(shape.id())).toList();
  }

  /**
   * @param now the edited cells and those around them as they are now
   * @param restoreAsOf for an undo, when the division was made that is taken back
   */
  static CellsChanged consequences(
      EditPlan plan, List<Made> made, List<Shape> now, @Nullable Instant restoreAsOf, Actor actor) {
    return new Redivision(plan, made, now).consequences(now, restoreAsOf, actor);
  }

  private CellsChanged consequences(List<Shape> now, @Nullable Instant restoreAsOf, Actor actor) {
    Map<Long, AreaPath> paths = new HashMap<>();
    Map<Long, Long> heirs = new HashMap<>();
    List<Succession> successions = new ArrayList<>();
    for (Made one : edited) {
      long id = one.areaId();
      paths.put(id, plan.under().child(id));
      if (one.change() == Kind.RETIRED) {
        heirs.put(id, heir(id));
        successions.add(new Succession(id, List.of(), null));
      } else {
        heirs.put(id, id);
        succession(one, restoreAsOf).ifPresent(successions::add);
      }
    }
    now.forEach(shape -> paths.put(shape.id(), shape.path()));
    return new CellsChanged(paths, heirs, successions, Consequences.ground(now), actor);
  }

  private Optional<Succession> succession(Made one, @Nullable Instant restoreAsOf) {
    long id = one.areaId();
    if (restoreAsOf != null) {
      return Optional.of(new Succession(id, List.of(id), restoreAsOf));
    }
    Shape shape = after.stream().filter(each -> each.id() == id).findFirst().orElseThrow();
    return mostOf(shape, plan.edited())
        .filter(donor -> donor.cell() && donor.id() != id)
        .map(donor -> new Succession(id, List.of(donor.id()), null));
  }

  private long heir(long retired) {
    return plan.edited().stream()
        .filter(shape -> shape.id() == retired)
        .findFirst()
        .flatMap(shape -> mostOf(shape, after))
        .orElse(after.getFirst())
        .id();
  }

  /** Which of them has the largest part of the ground of one. */
  private static Optional<Shape> mostOf(Shape one, List<Shape> all) {
    return all.stream()
        .max(
            Comparator.comparingDouble((Shape other) -> CommonGround.of(one, other))
                .thenComparing(Shape::code));
  }
}
