package org.gridward.grid;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.gis.cells.CellShape;
import org.gridward.gis.coverage.CoverageSimplification;
import org.gridward.shared.AreaPath;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cells as GeoJSON for maps. All cells of the installation are simplified together, once for
 * each snapshot and detail, so that neighbours keep one common line whatever part of them is asked
 * for. Thread-safe.
 */
@Component
public class CellOutlines {

  /** How fine the lines are. */
  public enum Detail {
    /** For a map of the whole installation: a screen's pixel, 5 decimals. */
    LOW,
    /** For a map of some streets: two metres, 6 decimals. */
    HIGH
  }

  /** Another one whenever the answer has other members: what a browser keeps is no longer right. */
  private static final String FORM = "areas";

  private static final double HIGH_DEGREES = 0.00002;
  private static final double SCREEN_PIXELS = 2_000;

  private final GridSnapshots snapshots;
  private final GridRows rows;
  private final JsonMapper json;
  private final Map<Detail, Drawing> drawings = new EnumMap<>(Detail.class);

  CellOutlines(GridSnapshots snapshots, GridRows rows, JsonMapper json) {
    this.snapshots = snapshots;
    this.rows = rows;
    this.json = json;
  }

  /** Every cell of one snapshot as a GeoJSON feature, by id, and the areas above them. */
  private record Drawing(String revision, Map<Long, String> features, AreaDrawing areas) {}

  /** Changes exactly when what {@link #geoJson} answers may change. */
  public String tag(List<AreaPath> scopes, Detail detail) {
    String places = scopes.stream().map(AreaPath::value).sorted().collect(Collectors.joining(","));
    return "%s-%s-%08x-%s"
        .formatted(snapshots.current().revision(), detail, places.hashCode(), FORM);
  }

  /**
   * A FeatureCollection of the cells in {@code scopes}, with members {@code areas} and {@code
   * borders} for those above them (docs/api/grid.md); UTF-8.
   */
  public byte[] geoJson(List<AreaPath> scopes, Detail detail) {
    GridSnapshot snapshot = snapshots.current();
    Drawing drawing = drawing(snapshot, detail);
    Map<Long, String> features = drawing.features();
    String collection =
        scopes.stream()
            .flatMap(scope -> snapshot.listCells(scope).stream())
            .map(Area::id)
            .distinct()
            .map(features::get)
            .filter(feature -> feature != null)
            .collect(
                Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]"));
    collection += drawing.areas().members(scopes) + "}";
    return collection.getBytes(StandardCharsets.UTF_8);
  }

  private synchronized Drawing drawing(GridSnapshot snapshot, Detail detail) {
    Drawing known = drawings.get(detail);
    if (known == null || !known.revision().equals(snapshot.revision())) {
      known = draw(snapshot, detail);
      drawings.put(detail, known);
    }
    return known;
  }

  private Drawing draw(GridSnapshot snapshot, Detail detail) {
    List<CellShape> cells =
        rows.listCellShapes().stream()
            .filter(cell -> snapshot.find(cell.id()).isPresent())
            .toList();
    List<Geometry> shapes = cells.stream().map(CellShape::boundary).toList();
    List<Geometry> light = CoverageSimplification.simplify(shapes, tolerance(shapes, detail));
    GeoJsonText text = new GeoJsonText(detail == Detail.LOW ? 5 : 6);
    Map<Long, String> features = new HashMap<>();
    List<Area> areas = cells.stream().flatMap(cell -> snapshot.find(cell.id()).stream()).toList();
    for (int i = 0; i < areas.size(); i++) {
      features.put(areas.get(i).id(), feature(areas.get(i), text.of(light.get(i))));
    }
    AreaDrawing above = AreaDrawing.of(snapshot, areas, light, text, json);
    return new Drawing(snapshot.revision(), features, above);
  }

  private static double tolerance(List<Geometry> shapes, Detail detail) {
    if (detail == Detail.HIGH) {
      return HIGH_DEGREES;
    }
    Envelope all = new Envelope();
    shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
    return Math.max(HIGH_DEGREES, Math.max(all.getWidth(), all.getHeight()) / SCREEN_PIXELS);
  }

  private record Properties(String code, Map<String, String> names, AreaPath path) {}

  private String feature(Area area, String geometry) {
    String properties =
        json.writeValueAsString(new Properties(area.code(), area.names(), area.path()));
    return "{\"type\":\"Feature\",\"id\":%d,\"properties\":%s,\"geometry\":%s}"
        .formatted(area.id(), properties, geometry);
  }
}
