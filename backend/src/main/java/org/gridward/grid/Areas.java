package org.gridward.grid;

import java.util.List;
import java.util.Optional;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/**
 * The area tree as it is now, from memory. Lists are in code order. Knows nothing of callers: who
 * may see what is decided by whoever asks.
 */
@Component
public class Areas {

  private final GridSnapshots snapshots;

  Areas(GridSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** The area with this id; empty when there is none or it is retired. */
  public Optional<Area> find(long id) {
    return snapshots.current().find(id);
  }

  /** Empty when there is none or it is retired. */
  public Optional<Area> findByCode(String code) {
    return snapshots.current().findByCode(code);
  }

  /** Throws {@link AreaUnknown}. */
  public Area get(long id) {
    return find(id).orElseThrow(() -> new AreaUnknown(id));
  }

  /** Throws {@link AreaUnknown}. */
  public Area getByCode(String code) {
    return findByCode(code).orElseThrow(() -> new AreaUnknown(code));
  }

  /** The areas directly under {@code parentId}; the tops of the tree for null. */
  public List<Area> listChildren(@Nullable Long parentId) {
    return snapshots.current().listChildren(parentId);
  }

  /** The areas a path leads through, from the top down; empty for the root. */
  public List<Area> listPath(AreaPath path) {
    return path.ids().stream().flatMap(id -> find(id).stream()).toList();
  }

  /** The cells in {@code scope}, itself included when it is one. */
  public List<Area> listCells(AreaPath scope) {
    return snapshots.current().listCells(scope);
  }

  /** The box around the current boundary, EPSG:4326; empty when the area has no boundary. */
  public Optional<Envelope> findBox(long id) {
    return snapshots.current().findBox(id);
  }

  /** The levels of the tree from the top down. */
  public List<AreaType> listTypes() {
    return snapshots.current().types();
  }
}
