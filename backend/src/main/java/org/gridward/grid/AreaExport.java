package org.gridward.grid;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.gis.crs.OutputCrs;
import org.gridward.gis.crs.UnknownCrs;
import org.gridward.gis.exports.AreaWriter;
import org.gridward.gis.exports.ExportFormat;
import org.gridward.gis.exports.ExportedArea;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Areas with their current boundaries to files that {@code import areas} reads back as they were:
 * from the top level down, in code order within a level. Some boundaries are in memory at a time;
 * all are of one moment, whatever is edited meanwhile.
 */
@Component
public class AreaExport {

  private static final int BATCH = 100;

  private final GridSnapshots snapshots;
  private final GridRows rows;
  private final Clock clock;

  AreaExport(GridSnapshots snapshots, GridRows rows, Clock clock) {
    this.snapshots = snapshots;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * What to write.
   *
   * @param areas in the order of the file
   * @param parents their parents' codes by area id, where the reader may know of the parent
   */
  public record Selection(List<Area> areas, Map<Long, String> parents) {
    public Selection {
      areas = List.copyOf(areas);
      parents = Map.copyOf(parents);
    }
  }

  /** A format with the system of its coordinates. */
  public record Form(ExportFormat format, OutputCrs crs) {

    /**
     * @param crs {@code EPSG:n}; null for EPSG:4326
     * @throws CrsUnfit where there is none such, or the format takes no other than EPSG:4326
     */
    public static Form of(ExportFormat format, @Nullable String crs) {
      OutputCrs system = crs == null ? OutputCrs.WGS84 : parse(crs);
      if (!system.isWgs84() && !format.takesAnyCrs()) {
        throw new CrsUnfit(
            "crs-not-of-format",
            system.toString(),
            "%s is always in WGS 84 (EPSG:4326) by its standard; in %s areas are written as GeoPackage or CSV"
                .formatted(format == ExportFormat.KML ? "KML" : "GeoJSON", system));
      }
      return new Form(format, system);
    }

    private static OutputCrs parse(String crs) {
      try {
        return OutputCrs.parse(crs);
      } catch (UnknownCrs e) {
        throw new CrsUnfit("crs-not-registered", crs, String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * The areas in {@code scopes}, the scopes themselves among them.
   *
   * @param level only areas of this level; null for all
   * @throws LevelUnknown where the tree has no such level
   */
  public Selection select(List<AreaPath> scopes, @Nullable String level) {
    GridSnapshot snapshot = snapshots.current();
    List<String> levels = snapshot.types().stream().map(AreaType::code).toList();
    if (level != null && !levels.contains(level)) {
      throw new LevelUnknown(level, levels);
    }
    Set<Area> found = new LinkedHashSet<>();
    scopes.forEach(scope -> collect(snapshot, scope, found));
    Set<Long> seen = found.stream().map(Area::id).collect(Collectors.toSet());
    List<Area> areas = new ArrayList<>();
    Map<Long, String> parents = new HashMap<>();
    for (Area area : found) {
      Long parent = area.parentId();
      if (level == null || level.equals(area.type())) {
        areas.add(area);
      }
      if (parent != null && seen.contains(parent)) {
        snapshot.find(parent).ifPresent(above -> parents.put(area.id(), above.code()));
      }
    }
    areas.sort(
        Comparator.comparingInt((Area area) -> levels.indexOf(area.type()))
            .thenComparing(Area::code));
    return new Selection(areas, parents);
  }

  private static void collect(GridSnapshot snapshot, AreaPath scope, Set<Area> found) {
    List<Area> open =
        new ArrayList<>(
            scope.isRoot()
                ? snapshot.listChildren(null)
                : snapshot.find(scope.ids().getLast()).stream().toList());
    while (!open.isEmpty()) {
      Area area = open.removeLast();
      found.add(area);
      open.addAll(snapshot.listChildren(area.id()));
    }
  }

  /** Writes a whole file in EPSG:4326; {@code out} stays open. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void write(Selection selection, ExportFormat format, OutputStream out) throws IOException {
    write(selection, new Form(format, OutputCrs.WGS84), out);
  }

  /**
   * Writes a whole file; {@code out} stays open.
   *
   * @throws CrsUnfit where a boundary cannot be written in that system
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public void write(Selection selection, Form form, OutputStream out) throws IOException {
    try {
      writeIn(selection, form, out);
    } catch (UnknownCrs e) {
      throw new CrsUnfit("outside-crs", form.crs().toString(), String.valueOf(e.getMessage()));
    }
  }

  private void writeIn(Selection selection, Form form, OutputStream out) throws IOException {
    List<Area> areas = selection.areas();
    Set<String> languages =
        areas.stream().flatMap(area -> area.names().keySet().stream()).collect(Collectors.toSet());
    languages.add("en");
    try (AreaWriter writer = form.format().begin(out, languages, clock.instant(), form.crs())) {
      for (int from = 0; from < areas.size(); from += BATCH) {
        List<Area> batch = areas.subList(from, Math.min(areas.size(), from + BATCH));
        Map<Long, MultiPolygon> boundaries =
            rows.currentBoundaries(batch.stream().map(Area::id).toList());
        for (Area area : batch) {
          writer.write(exported(area, selection, boundaries.get(area.id())));
        }
      }
      writer.finish();
    }
  }

  private static ExportedArea exported(
      Area area, Selection selection, @Nullable MultiPolygon boundary) {
    return new ExportedArea(
        area.code(),
        selection.parents().get(area.id()),
        area.type(),
        area.names(),
        area.cell(),
        boundary);
  }
}
