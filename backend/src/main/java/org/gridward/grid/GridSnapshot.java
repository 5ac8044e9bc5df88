package org.gridward.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.gis.cells.CellIndex;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The whole area tree and its cells at one moment; immutable. */
final class GridSnapshot {

  private static final long TOP = 0;

  private final String revision;
  private final List<AreaType> types;
  private final Map<Long, Area> byId = new HashMap<>();
  private final Map<String, Area> byCode = new HashMap<>();
  private final Map<Long, List<Area>> children = new HashMap<>();
  private final Map<Long, Envelope> boxes;
  private final List<Area> cells;
  private final CellIndex index;

  GridSnapshot(GridTables tables) {
    this.revision = tables.revision();
    this.types = List.copyOf(tables.types());
    for (Area area : tables.areas()) {
      byId.put(area.id(), area);
      byCode.put(area.code(), area);
      children.computeIfAbsent(parentKey(area.parentId()), key -> new ArrayList<>()).add(area);
    }
    children.replaceAll((parent, list) -> List.copyOf(list));
    this.boxes = Map.copyOf(tables.boxes());
    this.cells = tables.areas().stream().filter(Area::cell).toList();
    this.index =
        CellIndex.build(
            tables.cells().stream().filter(shape -> byId.containsKey(shape.id())).toList());
  }

  private static long parentKey(@Nullable Long parentId) {
    return parentId == null ? TOP : parentId;
  }

  String revision() {
    return revision;
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

  Collection<Area> listAll() {
    return Collections.unmodifiableCollection(byId.values());
  }

  List<Area> listCells(AreaPath scope) {
    return cells.stream().filter(cell -> scope.contains(cell.path())).toList();
  }

  Optional<Envelope> findBox(long id) {
    return Optional.ofNullable(boxes.get(id)).map(Envelope::new);
  }

  Optional<Area> locate(double lon, double lat) {
    long id = index.locate(lon, lat);
    return id == CellIndex.NONE ? Optional.empty() : find(id);
  }
}
