package org.gridward.grid.partition;

import java.util.List;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.AreaPath;

/**
 * An edit before it is made.
 *
 * @param under the area in which all of it stands
 * @param like an area of the level, whose type and parent created ones share
 * @param changes those of the edited areas first
 * @param around areas near that stay as they are, or are among the changes as aligned
 */
record EditPlan(
    Kind kind, AreaPath under, Shape like, List<AreaChange> changes, List<Shape> around) {

  enum Kind {
    SPLIT,
    MERGE,
    RESHAPE,
    REPAIR,
    UNDO
  }

  /** Changes exactly when one of the areas concerned has another boundary. */
  String basis() {
    long hash = 17;
    for (AreaChange change : changes) {
      hash = 31 * hash + (change.before() == null ? change.code().hashCode() : change.before());
    }
    return "%s-%s".formatted(changes.size(), Long.toHexString(hash));
  }
}
