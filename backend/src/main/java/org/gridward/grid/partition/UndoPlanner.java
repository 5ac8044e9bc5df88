package org.gridward.grid.partition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.grid.partition.AreaChange.Kind;
import org.gridward.grid.partition.EditTable.Edit;
import org.gridward.grid.partition.EditTable.Made;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Problem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;

/** Works out how an edit is taken back, as long as nothing later touched the same areas. */
@Component
class UndoPlanner {

  /** Edits of areas that have no parts, and could have got some since. */
  private static final Set<EditPlan.Kind> MADE_WITHOUT_PARTS =
      EnumSet.of(EditPlan.Kind.SPLIT, EditPlan.Kind.MERGE, EditPlan.Kind.RESHAPE);

  private final EditTable edits;
  private final Shapes shapes;

  UndoPlanner(EditTable edits, Shapes shapes) {
    this.edits = edits;
    this.shapes = shapes;
  }

  Edit get(long id) {
    return edits
        .find(id)
        .orElseThrow(
            () ->
                new Problem.NotFound("edit-unknown", "there is no edit " + id, Map.of("edit", id)));
  }

  /** What an edit does or takes back in the end: an undo may be undone again. */
  EditPlan.Kind origin(Edit edit) {
    Edit origin = edit;
    for (var before = edits.findUndoneBy(edit.id());
        before.isPresent();
        before = edits.findUndoneBy(origin.id())) {
      origin = before.get();
    }
    return origin.kind();
  }

  /**
   * Throws a conflict (409) where the edit was undone, or since then a boundary has changed or an
   * area was divided.
   */
  EditPlan undo(Edit edit) {
    if (edit.undoneBy() != null) {
      throw new Problem.Conflict(
          "edit-undone",
          "edit %d is undone already".formatted(edit.id()),
          Map.of("edit", edit.id()));
    }
    if (edit.isFirstDivision()) {
      throw new Problem.Conflict(
          "nothing-remains",
          "before edit %d there were no cells; divide the area anew instead".formatted(edit.id()),
          Map.of("edit", edit.id()));
    }
    boolean withoutParts = MADE_WITHOUT_PARTS.contains(origin(edit));
    List<AreaChange> changes = new ArrayList<>();
    for (Made made : edit.changes()) {
      Long current = edits.findCurrentBoundary(made.areaId()).orElse(null);
      if (made.after() == null ? current != null : !made.after().equals(current)) {
        throw editedSince(edit, made);
      }
      if (withoutParts
          && made.change() != Kind.ALIGNED
          && !shapes.listParts(made.areaId()).isEmpty()) {
        throw editedSince(edit, made);
      }
      changes.add(back(made));
    }
    List<Shape> now = shapes.list(edit.changes().stream().map(Made::areaId).toList());
    return new EditPlan(
        EditPlan.Kind.UNDO,
        edit.under(),
        EditPlan.Template.like(now.getFirst()),
        now,
        changes,
        shapes.listAround(now.getFirst().type(), now));
  }

  private static Problem editedSince(Edit edit, Made made) {
    return new Problem.Conflict(
        "edited-since",
        "%s was changed after edit %d; undo that first".formatted(made.code(), edit.id()),
        Map.of("edit", edit.id(), "area", made.areaId()));
  }

  private AreaChange back(Made made) {
    Kind kind =
        switch (made.change()) {
          case RESHAPED -> Kind.RESHAPED;
          case ALIGNED -> Kind.ALIGNED;
          case CREATED, RESTORED -> Kind.RETIRED;
          case RETIRED -> Kind.RESTORED;
        };
    Long before = made.before();
    MultiPolygon shape =
        kind == Kind.RETIRED || before == null ? null : multi(shapes.boundary(before));
    Geometry was = made.after() == null ? null : shapes.boundary(made.after());
    return new AreaChange(made.areaId(), made.code(), kind, shape, made.after(), was);
  }

  private static MultiPolygon multi(Geometry geometry) {
    return (MultiPolygon) geometry; // the column holds nothing else
  }
}
