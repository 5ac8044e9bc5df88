package org.gridward.grid.partition;

import java.util.Arrays;
import java.util.List;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * An edit before it is made.
 *
 * @param under the area in which all of it stands
 * @param template what created areas share
 * @param edited the areas that have the ground until then
 * @param changes those of the edited areas first
 * @param around areas near that stay as they are, or are among the changes as aligned
 */
record EditPlan(
    Kind kind,
    AreaPath under,
    Template template,
    List<Shape> edited,
    List<AreaChange> changes,
    List<Shape> around) {

  enum Kind {
    SPLIT,
    MERGE,
    RESHAPE,
    REPAIR,
    DIVIDE,
    UNDO
  }

  /**
   * What areas that an edit makes have in common.
   *
   * @param under the area they stand in
   * @param namedAfter the area whose names they get, with the number in their code
   */
  record Template(
      String type, boolean cell, @Nullable Long parentId, AreaPath under, long namedAfter) {

    /** Of a sibling that is there. */
    static Template like(Shape shape) {
      return new Template(
          shape.type(), shape.cell(), shape.parentId(), shape.path().parent(), shape.id());
    }
  }

  /**
   * Changes exactly when one of the areas concerned has another boundary or, where the new ones are
   * worked out from what is known of the ground, when these come out otherwise.
   */
  String basis() {
    long hash = 17;
    for (AreaChange change : changes) {
      hash = 31 * hash + (change.before() == null ? change.code().hashCode() : change.before());
      if (kind == Kind.DIVIDE && change.shape() != null) {
        hash = 31 * hash + Arrays.hashCode(change.shape().getCoordinates());
      }
    }
    return "%s-%s".formatted(changes.size(), Long.toHexString(hash));
  }
}
