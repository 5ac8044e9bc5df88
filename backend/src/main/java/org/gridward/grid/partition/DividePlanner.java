package org.gridward.grid.partition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridward.gis.partition.Division;
import org.gridward.gis.partition.EditRefused;
import org.gridward.gis.partition.Load;
import org.gridward.gis.partition.Measure;
import org.gridward.gis.partition.PartitionEdit;
import org.gridward.gis.partition.Redrawing;
import org.gridward.grid.Area;
import org.gridward.grid.AreaType;
import org.gridward.grid.Areas;
import org.gridward.grid.Weight;
import org.gridward.grid.WorkloadSource;
import org.gridward.grid.partition.AreaChange.Kind;
import org.gridward.grid.partition.EditPlan.Template;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;

/** Works out how an area would be divided into cells, the first time or anew; writes nothing. */
@Component
class DividePlanner {

  /** The code of the level that is made where there is none of cells. */
  static final String NEW_LEVEL = "grid-cell";

  private static final int NUMBER_DIGITS = 3;

  private final Areas areas;
  private final Shapes shapes;
  private final NewCodes codes;
  private final List<WorkloadSource> workloads;

  DividePlanner(Areas areas, Shapes shapes, NewCodes codes, List<WorkloadSource> workloads) {
    this.areas = areas;
    this.shapes = shapes;
    this.codes = codes;
    this.workloads = List.copyOf(workloads);
  }

  /**
   * @param today how the cells there share the load; null where there are none
   */
  record Draft(EditPlan plan, @Nullable Workloads today, Workloads then) {}

  Draft divide(long areaId, DivisionWish wish) {
    Area area = areas.get(areaId);
    List<Shape> before = before(area);
    boolean divided = before.getFirst().cell();
    Geometry ground = ground(before);
    List<Load> loads = loads(area, ground, wish);
    Template template = template(area, before);
    List<Shape> around = around(template, before);
    List<MultiPolygon> parts = parts(ground, wish, loads);
    Redrawing redrawing =
        EditPlanner.redraw(
            () ->
                PartitionEdit.divide(
                    EditPlanner.grounds(before), parts, EditPlanner.grounds(around)));
    List<AreaChange> changes = divided ? replaced(before, parts) : first(area, parts);
    changes.addAll(EditPlanner.aligned(around, redrawing));
    EditPlan plan =
        new EditPlan(EditPlan.Kind.DIVIDE, area.path(), template, before, changes, around);
    return new Draft(
        plan,
        divided
            ? Workloads.of(before.stream().map(one -> one.ground().shape()).toList(), loads)
            : null,
        Workloads.of(parts, loads));
  }

  private List<Load> loads(Area area, Geometry ground, DivisionWish wish) {
    WorkloadSource source =
        workloads.stream()
            .filter(one -> one.weights().contains(wish.weight()))
            .findFirst()
            .orElseThrow();
    Envelope box = ground.getEnvelopeInternal();
    IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(ground);
    List<Load> loads =
        source.list(wish.weight(), box, wish.since(), wish.until()).stream()
            .filter(
                load -> within.locate(new Coordinate(load.lon(), load.lat())) != Location.EXTERIOR)
            .toList();
    if (loads.isEmpty() && wish.weight() != Weight.INCIDENTS) {
      throw new Problem.Rejected(
          "nothing-to-share",
          "no %s are known in %s; import them first"
              .formatted(wish.weight().name().toLowerCase(Locale.ROOT), area.code()),
          Map.of("area", area.id(), "weight", wish.weight().name()));
    }
    return loads;
  }

  /** The cells of the area, or itself where it has none. */
  private List<Shape> before(Area area) {
    List<Area> children = areas.listChildren(area.id());
    if (area.cell() || children.stream().anyMatch(child -> !child.cell())) {
      throw new Problem.Rejected(
          "area-not-to-divide",
          area.cell()
              ? "%s is a cell; split it along a line instead".formatted(area.code())
              : "%s is divided into areas; divide those".formatted(area.code()),
          Map.of("area", area.id()));
    }
    List<Long> ids =
        children.isEmpty() ? List.of(area.id()) : children.stream().map(Area::id).toList();
    List<Shape> before = shapes.list(ids);
    if (before.size() < ids.size()) {
      throw new Problem.Rejected(
          "no-boundary", "%s has no boundary".formatted(area.code()), Map.of("area", area.id()));
    }
    return before;
  }

  private static Geometry ground(List<Shape> before) {
    Geometry[] all = before.stream().map(one -> one.ground().shape()).toArray(Geometry[]::new);
    return all.length == 1 ? all[0] : CoverageUnion.union(all);
  }

  private static List<MultiPolygon> parts(Geometry ground, DivisionWish wish, List<Load> loads) {
    try {
      return switch (wish.form()) {
        case SQUARES -> Division.squares(ground, Objects.requireNonNull(wish.metres()));
        case HEXAGONS -> Division.hexagons(ground, Objects.requireNonNull(wish.metres()));
        case BALANCED -> Division.balanced(ground, Objects.requireNonNull(wish.cells()), loads);
      };
    } catch (EditRefused refused) {
      throw new Problem.Rejected(refused.code(), String.valueOf(refused.getMessage()), Map.of());
    }
  }

  private Template template(Area area, List<Shape> before) {
    Shape one = before.getFirst();
    String type =
        one.cell()
            ? one.type()
            : areas.listTypes().stream()
                .filter(AreaType::cell)
                .map(AreaType::code)
                .findFirst()
                .orElse(NEW_LEVEL);
    return new Template(type, true, area.id(), area.path(), area.id(), NUMBER_DIGITS);
  }

  /** Cells of other areas that lie near. */
  private List<Shape> around(Template template, List<Shape> before) {
    Envelope box = new Envelope();
    before.forEach(one -> box.expandToInclude(one.ground().shape().getEnvelopeInternal()));
    List<Long> own = before.stream().map(Shape::id).toList();
    return shapes.listNear(template.type(), box).stream()
        .filter(shape -> !own.contains(shape.id()))
        .toList();
  }

  private List<AreaChange> first(Area area, List<MultiPolygon> parts) {
    List<String> added = codes.below(area.code(), parts.size());
    List<AreaChange> changes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      changes.add(new AreaChange(null, added.get(i), Kind.CREATED, parts.get(i), null));
    }
    return changes;
  }

  /** Pairs of the most common ground keep a code; what is left over is new, or ends. */
  private List<AreaChange> replaced(List<Shape> before, List<MultiPolygon> parts) {
    Map<Integer, Shape> kept = pairs(before, parts);
    List<String> added =
        codes.after(before.getFirst().code(), Math.max(0, parts.size() - kept.size()));
    List<AreaChange> changes = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < parts.size(); i++) {
      Shape one = kept.get(i);
      changes.add(
          one == null
              ? new AreaChange(null, added.get(next++), Kind.CREATED, parts.get(i), null)
              : new AreaChange(
                  one.id(), one.code(), Kind.RESHAPED, parts.get(i), one.boundaryId()));
    }
    before.stream()
        .filter(one -> !kept.containsValue(one))
        .forEach(
            one ->
                changes.add(
                    new AreaChange(one.id(), one.code(), Kind.RETIRED, null, one.boundaryId())));
    return changes;
  }

  private static Map<Integer, Shape> pairs(List<Shape> before, List<MultiPolygon> parts) {
    record Pair(int part, Shape cell, double common) {}
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (Shape cell : before) {
        if (cell.ground()
            .shape()
            .getEnvelopeInternal()
            .intersects(parts.get(i).getEnvelopeInternal())) {
          double common = common(cell.ground().shape(), parts.get(i));
          if (common > 0) {
            all.add(new Pair(i, cell, common));
          }
        }
      }
    }
    all.sort(
        Comparator.comparingDouble(Pair::common)
            .reversed()
            .thenComparing(pair -> pair.cell().code())
            .thenComparing(Pair::part));
    Map<Integer, Shape> kept = new TreeMap<>();
    for (Pair pair : all) {
      if (!kept.containsKey(pair.part()) && !kept.containsValue(pair.cell())) {
        kept.put(pair.part(), pair.cell());
      }
    }
    return kept;
  }

  /** Square metres that both have. */
  static double common(Shape one, Shape other) {
    return common(one.ground().shape(), other.ground().shape());
  }

  private static double common(Geometry one, Geometry other) {
    return one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
        ? Measure.squareMetres(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION))
        : 0;
  }
}
