package org.gridward.grid.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridward.gis.partition.EditRefused;
import org.gridward.gis.partition.Ground;
import org.gridward.gis.partition.Measure;
import org.gridward.gis.partition.PartitionEdit;
import org.gridward.gis.partition.Redrawing;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.partition.AreaChange.Kind;
import org.gridward.grid.partition.EditPlan.Template;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Problem;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;

/** Works out what an edit would do; writes nothing. */
@Component
class EditPlanner {

  private final Shapes shapes;
  private final NewCodes codes;

  EditPlanner(Shapes shapes, NewCodes codes) {
    this.shapes = shapes;
    this.codes = codes;
  }

  /** The largest part keeps the area's code and id, the others are new. */
  EditPlan split(long id, LineString line) {
    Shape area = targets(List.of(id)).getFirst();
    List<Shape> around = shapes.listAround(area.type(), List.of(area));
    Redrawing redrawing = redraw(() -> PartitionEdit.split(area.ground(), line, grounds(around)));
    List<MultiPolygon> parts = new ArrayList<>(redrawing.parts());
    parts.sort(Comparator.comparingDouble(Measure::squareMetres).reversed());
    List<String> added = codes.after(area.code(), parts.size() - 1);
    List<AreaChange> changes = new ArrayList<>();
    changes.add(reshaped(area, parts.getFirst()));
    for (int i = 1; i < parts.size(); i++) {
      changes.add(AreaChange.created(added.get(i - 1), parts.get(i)));
    }
    return plan(EditPlan.Kind.SPLIT, List.of(area), changes, around, redrawing);
  }

  /** The largest keeps its code and id, the others are retired. */
  EditPlan merge(List<Long> ids) {
    List<Shape> merged = new ArrayList<>(targets(ids));
    merged.sort(
        Comparator.comparingDouble((Shape one) -> Measure.squareMetres(one.ground().shape()))
            .reversed()
            .thenComparing(Shape::code));
    List<Shape> around = shapes.listAround(merged.getFirst().type(), merged);
    Redrawing redrawing = redraw(() -> PartitionEdit.merge(grounds(merged), grounds(around)));
    List<AreaChange> changes = new ArrayList<>();
    changes.add(reshaped(merged.getFirst(), redrawing.parts().getFirst()));
    merged.stream().skip(1).forEach(one -> changes.add(AreaChange.of(one, Kind.RETIRED, null)));
    return plan(EditPlan.Kind.MERGE, merged, changes, around, redrawing);
  }

  EditPlan reshape(long one, long other, LineString line) {
    List<Shape> both = targets(List.of(one, other));
    List<Shape> around = shapes.listAround(both.getFirst().type(), both);
    Redrawing redrawing =
        redraw(
            () ->
                PartitionEdit.reshape(
                    both.get(0).ground(), both.get(1).ground(), line, grounds(around)));
    List<AreaChange> changes = new ArrayList<>();
    changes.add(reshaped(both.get(0), redrawing.parts().get(0)));
    changes.add(reshaped(both.get(1), redrawing.parts().get(1)));
    return plan(EditPlan.Kind.RESHAPE, both, changes, around, redrawing);
  }

  private static AreaChange reshaped(Shape area, MultiPolygon shape) {
    return AreaChange.of(area, Kind.RESHAPED, shape);
  }

  private static EditPlan plan(
      EditPlan.Kind kind,
      List<Shape> edited,
      List<AreaChange> changes,
      List<Shape> around,
      Redrawing redrawing) {
    changes.addAll(aligned(around, redrawing));
    Template template = Template.like(edited.getFirst());
    return new EditPlan(kind, template.under(), template, edited, changes, around);
  }

  /** Those beside the edit whose border gets corners. */
  static List<AreaChange> aligned(List<Shape> around, Redrawing redrawing) {
    List<AreaChange> aligned = new ArrayList<>();
    for (Shape beside : around) {
      MultiPolygon shape = redrawing.neighbours().get(beside.code());
      if (shape != null) {
        aligned.add(AreaChange.of(beside, Kind.ALIGNED, shape));
      }
    }
    return aligned;
  }

  interface Drawing {
    Redrawing draw();
  }

  static Redrawing redraw(Drawing drawing) {
    try {
      return drawing.draw();
    } catch (EditRefused refused) {
      throw new Problem.Rejected(refused.code(), String.valueOf(refused.getMessage()), Map.of());
    }
  }

  static List<Ground> grounds(List<Shape> all) {
    return all.stream().map(Shape::ground).toList();
  }

  /** The areas in the given order: of one level and parent, and without parts of their own. */
  private List<Shape> targets(List<Long> ids) {
    Map<Long, Shape> found =
        shapes.list(ids).stream()
            .collect(java.util.stream.Collectors.toMap(Shape::id, Function.identity()));
    List<Shape> targets = new ArrayList<>();
    for (Long id : ids) {
      Shape shape = found.get(id);
      if (shape == null) {
        throw new AreaUnknown(id);
      }
      targets.add(shape);
      if (!shapes.listParts(id).isEmpty()) {
        throw new Problem.Rejected(
            "area-has-parts",
            "%s is divided into areas; edit those".formatted(shape.code()),
            Map.of("area", id));
      }
      Shape first = targets.getFirst();
      if (!first.type().equals(shape.type())
          || !first.path().parent().equals(shape.path().parent())) {
        throw new Problem.Rejected(
            "not-siblings",
            "%s and %s do not stand under one area".formatted(first.code(), shape.code()),
            Map.of("area", id));
      }
    }
    if (found.size() < ids.size()) {
      throw new Problem.Rejected("area-twice", "an area is named twice", Map.of());
    }
    return targets;
  }
}
