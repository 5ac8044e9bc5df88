package org.gridward.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/** The whole area tree at one moment; immutable. */
final class GridSnapshot {

  private static final long TOP = 0;

  private final List<AreaType> types;
  private final Map<Long, Area> byId = new HashMap<>();
  private final Map<String, Area> byCode = new HashMap<>();
  private final Map<Long, List<Area>> children = new HashMap<>();
  private final List<Area> cells;

  /**
   * @param types from the top down
   * @param areas that are not retired, in any order
   */
  GridSnapshot(List<AreaType> types, List<Area> areas) {
    this.types = List.copyOf(types);
    List<Area> ordered = areas.stream().sorted(Comparator.comparing(Area::code)).toList();
    for (Area area : ordered) {
      byId.put(area.id(), area);
      byCode.put(area.code(), area);
      children.computeIfAbsent(parentKey(area.parentId()), key -> new ArrayList<>()).add(area);
    }
    children.replaceAll((parent, list) -> List.copyOf(list));
    this.cells = ordered.stream().filter(Area::cell).toList();
  }

  private static long parentKey(@Nullable Long parentId) {
    return parentId == null ? TOP : parentId;
  }

  List<AreaType> types() {
    return types;
  }

  Optional<Area> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Area> findByCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  List<Area> listChildren(@Nullable Long parentId) {
    return children.getOrDefault(parentKey(parentId), List.of());
  }

  List<Area> listCells(AreaPath scope) {
    return cells.stream().filter(cell -> scope.contains(cell.path())).toList();
  }
}
