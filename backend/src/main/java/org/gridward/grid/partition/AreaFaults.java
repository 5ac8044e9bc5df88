package org.gridward.grid.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gridward.gis.partition.Fault;
import org.gridward.gis.partition.Findings;
import org.gridward.gis.partition.Ground;
import org.gridward.gis.partition.PartitionCheck;
import org.gridward.gis.partition.PartitionCheck.Division;
import org.gridward.grid.Area;
import org.gridward.grid.AreaType;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.Shapes.Shape;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where areas do not divide their ground exactly. Reads current boundaries, changes none. */
@Component
public class AreaFaults {

  private final Areas areas;
  private final Shapes shapes;

  AreaFaults(Areas areas, Shapes shapes) {
    this.areas = areas;
    this.shapes = shapes;
  }

  /**
   * The areas of one level, with what was found of them.
   *
   * @param level the code of the area type
   */
  public record LevelFindings(String level, Findings findings) {}

  /**
   * Checks the areas below one area, or all: level by level, each level as a whole.
   *
   * @param below whose parts are looked at; null for the whole installation
   * @param level only this one; null for those that stand directly below, all levels where {@code
   *     below} is null
   */
  public List<LevelFindings> check(@Nullable Area below, @Nullable String level) {
    AreaPath path = below == null ? AreaPath.ROOT : below.path();
    List<LevelFindings> found = new ArrayList<>();
    for (String one : levels(below, level)) {
      found.add(new LevelFindings(one, check(path, one)));
    }
    return found;
  }

  /** What a fault is called, the same in every check until its areas change. */
  public static String key(Fault fault) {
    return String.format(
        Locale.ROOT, "%s@%.7f,%.7f", FaultText.kind(fault), fault.at().getX(), fault.at().getY());
  }

  private Set<String> levels(@Nullable Area below, @Nullable String level) {
    List<String> known = areas.listTypes().stream().map(AreaType::code).toList();
    if (level != null) {
      if (!known.contains(level)) {
        throw new Problem.Rejected(
            "level-unknown",
            "there is no level '%s'; the levels are %s".formatted(level, String.join(", ", known)),
            Map.of("level", level));
      }
      return Set.of(level);
    }
    if (below == null) {
      return new LinkedHashSet<>(known);
    }
    Set<String> levels = new LinkedHashSet<>();
    areas.listChildren(below.id()).forEach(child -> levels.add(child.type()));
    return levels;
  }

  private Findings check(AreaPath path, String level) {
    List<Shape> found = shapes.listLevel(level, path.value());
    Set<Long> parents = new LinkedHashSet<>();
    for (Shape shape : found) {
      if (shape.parentId() != null) {
        parents.add(shape.parentId());
      }
    }
    Map<Long, List<Ground>> parts = partsByParent(found, parents);
    List<Division> divisions =
        shapes.list(parents).stream()
            .map(whole -> new Division(whole.ground(), parts.getOrDefault(whole.id(), List.of())))
            .toList();
    return PartitionCheck.check(found.stream().map(Shape::ground).toList(), divisions);
  }

  /** What stands under these areas; beside cells of a street there may be communities. */
  private Map<Long, List<Ground>> partsByParent(List<Shape> found, Set<Long> parents) {
    Set<Long> others = new HashSet<>();
    parents.forEach(id -> areas.listChildren(id).forEach(child -> others.add(child.id())));
    found.forEach(shape -> others.remove(shape.id()));
    Map<Long, List<Ground>> parts = new HashMap<>();
    Stream.concat(found.stream(), shapes.list(others).stream())
        .filter(shape -> shape.parentId() != null)
        .forEach(
            shape ->
                parts
                    .computeIfAbsent(shape.parentId(), _ -> new ArrayList<>())
                    .add(shape.ground()));
    return parts;
  }
}
