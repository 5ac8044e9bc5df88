package org.gridward.grid.partition;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridward.gis.partition.Division;
import org.gridward.gis.partition.EditRefused;
import org.gridward.gis.partition.Load;
import org.gridward.gis.partition.PartitionEdit;
import org.gridward.gis.partition.Redrawing;
import org.gridward.gis.partition.Shares;
import org.gridward.grid.Area;
import org.gridward.grid.AreaType;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.AreaChange.Kind;
import org.gridward.grid.partition.EditPlan.Template;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.stereotype.Component;

/** Works out how an area would be divided into cells, the first time or anew; writes nothing. */
@Component
class DividePlanner {

  /** The code of the level that is made where there is none of cells. */
  static final String NEW_LEVEL = "grid-cell";

  private final Areas areas;
  private final Shapes shapes;
  private final NewCodes codes;
  private final Weights weights;

  DividePlanner(Areas areas, Shapes shapes, NewCodes codes, Weights weights) {
    this.areas = areas;
    this.shapes = shapes;
    this.codes = codes;
    this.weights = weights;
  }

  /**
   * A division as it would be.
   *
   * @param ground tells the boundaries apart that were divided
   * @param today how the cells there share the load; null where there are none
   */
  record Proposal(
      EditPlan plan,
      String ground,
      List<MultiPolygon> parts,
      @Nullable Shares today,
      Shares then) {}

  Proposal divide(long areaId, DivisionWish wish) {
    Area area = areas.get(areaId);
    List<Shape> before = before(area);
    Geometry ground = PartitionEdit.together(EditPlanner.grounds(before));
    List<Load> loads = weights.list(area, ground, wish);
    List<MultiPolygon> parts = parts(ground, wish, loads);
    List<Geometry> cells = before.stream().map(one -> one.ground().shape()).toList();
    return new Proposal(
        plan(area, before, parts),
        fingerprint(before),
        parts,
        before.getFirst().cell() ? Shares.of(cells, loads) : null,
        Shares.of(parts, loads));
  }

  /** What {@link Proposal#ground} of an area is now; empty when it cannot be divided any more. */
  Optional<String> findFingerprint(long areaId) {
    try {
      return Optional.of(fingerprint(before(areas.get(areaId))));
    } catch (Problem.Rejected changedOtherwise) {
      return Optional.empty();
    }
  }

  /** The same as long as the same areas have the same shapes, to the last digit. */
  private static String fingerprint(List<Shape> before) {
    MessageDigest digest = sha256();
    WKBWriter writer = new WKBWriter();
    before.stream()
        .sorted(Comparator.comparingLong(Shape::id))
        .forEach(
            one -> {
              digest.update(ByteBuffer.allocate(Long.BYTES).putLong(one.id()).array());
              digest.update(writer.write(one.ground().shape()));
            });
    return "%d-%s".formatted(before.size(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }

  /** A division into parts that are known already. */
  EditPlan plan(long areaId, List<MultiPolygon> parts) {
    Area area = areas.get(areaId);
    return plan(area, before(area), parts);
  }

  private EditPlan plan(Area area, List<Shape> before, List<MultiPolygon> parts) {
    Template template = template(area, before);
    List<Shape> around = shapes.listAround(template.type(), before);
    Redrawing redrawing =
        EditPlanner.redraw(
            () ->
                PartitionEdit.divide(
                    EditPlanner.grounds(before), parts, EditPlanner.grounds(around)));
    List<AreaChange> changes =
        before.getFirst().cell() ? replaced(before, parts) : first(area, parts);
    changes.addAll(EditPlanner.aligned(around, redrawing));
    return new EditPlan(EditPlan.Kind.DIVIDE, area.path(), template, before, changes, around);
  }

  /** The cells of the area, or itself where it has none. */
  private List<Shape> before(Area area) {
    List<Shapes.Part> children = shapes.listParts(area.id());
    if (area.cell() || children.stream().anyMatch(child -> !child.cell())) {
      throw new Problem.Rejected(
          "area-not-to-divide",
          area.cell()
              ? "%s is a cell; split it along a line instead".formatted(area.code())
              : "%s is divided into areas; divide those".formatted(area.code()),
          Map.of("area", area.id()));
    }
    List<Long> ids =
        children.isEmpty() ? List.of(area.id()) : children.stream().map(Shapes.Part::id).toList();
    List<Shape> before = shapes.list(ids);
    if (before.size() < ids.size()) {
      throw new Problem.Rejected(
          "no-boundary", "%s has no boundary".formatted(area.code()), Map.of("area", area.id()));
    }
    return before;
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
    return new Template(type, true, area.id(), area.path(), area.id());
  }

  private List<AreaChange> first(Area area, List<MultiPolygon> parts) {
    List<String> added = codes.below(area.code(), parts.size());
    List<AreaChange> changes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      changes.add(AreaChange.created(added.get(i), parts.get(i)));
    }
    return changes;
  }

  /** Pairs of the most common ground keep a code; what is left over is new, or ends. */
  private List<AreaChange> replaced(List<Shape> before, List<MultiPolygon> parts) {
    Map<Integer, Shape> kept = CommonGround.pairs(before, parts);
    List<String> added =
        codes.after(before.getFirst().code(), Math.max(0, parts.size() - kept.size()));
    List<AreaChange> changes = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < parts.size(); i++) {
      Shape one = kept.get(i);
      changes.add(
          one == null
              ? AreaChange.created(added.get(next++), parts.get(i))
              : AreaChange.of(one, Kind.RESHAPED, parts.get(i)));
    }
    before.stream()
        .filter(one -> !kept.containsValue(one))
        .forEach(one -> changes.add(AreaChange.of(one, Kind.RETIRED, null)));
    return changes;
  }
}
