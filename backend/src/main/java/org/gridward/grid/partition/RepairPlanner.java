package org.gridward.grid.partition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridward.gis.partition.EditRefused;
import org.gridward.gis.partition.Fault;
import org.gridward.gis.partition.Ground;
import org.gridward.gis.partition.PartitionRepair;
import org.gridward.grid.Area;
import org.gridward.grid.partition.AreaChange.Kind;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;

/** Works out what repairs would do, one fault or all of a level; writes nothing. */
@Component
class RepairPlanner {

  private static final double NEAR_DEGREES = 1e-6;

  private final AreaFaults faults;
  private final Shapes shapes;

  RepairPlanner(AreaFaults faults, Shapes shapes) {
    this.faults = faults;
    this.shapes = shapes;
  }

  /**
   * @param key of one fault; null for all that can be mended
   */
  EditPlan repair(@Nullable Area below, String level, @Nullable String key) {
    AreaPath path = below == null ? AreaPath.ROOT : below.path();
    List<Fault> chosen =
        faults.check(below, level).getFirst().findings().faults().stream()
            .filter(fault -> key == null || key.equals(AreaFaults.key(fault)))
            .toList();
    if (chosen.isEmpty()) {
      throw new Problem.Rejected(
          "nothing-to-repair",
          key == null ? "there is no fault" : "there is no such fault; look at the list again",
          Map.of());
    }
    List<Shape> level0 = shapes.listLevel(level, path.value());
    Mending mending = new Mending(level0, shapes.listAround(level, level0));
    mending.mendAll(chosen, key != null);
    List<AreaChange> changes = mending.changes();
    if (changes.isEmpty()) {
      throw new Problem.Rejected(
          "nothing-to-repair", "none of the faults can be mended exactly by itself", Map.of());
    }
    return new EditPlan(
        EditPlan.Kind.REPAIR,
        path,
        EditPlan.Template.like(
            Objects.requireNonNull(mending.shapes.get(changes.getFirst().code()))),
        level0,
        changes,
        new ArrayList<>(mending.shapes.values()));
  }

  /** The areas while one fault after the other is mended. */
  private static final class Mending {
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, MultiPolygon> mended = new TreeMap<>();

    Mending(List<Shape> level, List<Shape> around) {
      level.forEach(shape -> shapes.put(shape.code(), shape));
      around.forEach(shape -> shapes.put(shape.code(), shape));
    }

    /**
     * What cannot be mended beside another fault may be once that one is.
     *
     * @param must whether a fault that cannot be mended is a refusal
     */
    void mendAll(List<Fault> faults, boolean must) {
      List<Fault> left = faults;
      int before;
      do {
        before = left.size();
        left = left.stream().filter(fault -> !mends(fault, must)).toList();
      } while (!left.isEmpty() && left.size() < before);
    }

    private boolean mends(Fault fault, boolean must) {
      try {
        mended.putAll(PartitionRepair.mend(fault, near(fault)));
        return true;
      } catch (EditRefused refused) {
        if (must) {
          throw new Problem.Rejected(
              refused.code(), String.valueOf(refused.getMessage()), Map.of());
        }
        return false;
      }
    }

    private List<Ground> near(Fault fault) {
      Envelope box = new Envelope();
      fault.codes().forEach(code -> box.expandToInclude(now(code).getEnvelopeInternal()));
      box.expandBy(NEAR_DEGREES);
      return shapes.keySet().stream()
          .filter(code -> now(code).getEnvelopeInternal().intersects(box))
          .map(code -> new Ground(code, now(code)))
          .toList();
    }

    private Geometry now(String code) {
      MultiPolygon changed = mended.get(code);
      return changed == null ? Objects.requireNonNull(shapes.get(code)).ground().shape() : changed;
    }

    List<AreaChange> changes() {
      List<AreaChange> changes = new ArrayList<>();
      mended.forEach(
          (code, shape) -> {
            Shape before = Objects.requireNonNull(shapes.get(code));
            if (!shape.equalsExact(before.ground().shape())) {
              changes.add(AreaChange.of(before, Kind.RESHAPED, shape));
            }
          });
      return changes;
    }
  }
}
