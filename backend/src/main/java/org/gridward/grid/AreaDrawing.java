package org.gridward.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridward.gis.coverage.CoverageBorders;
import org.gridward.gis.coverage.CoverageBorders.Border;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Centroid;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The areas above the cells as a map shows them: where their names stand, and the borders between
 * them, which run along the cells' own lines. Immutable.
 */
final class AreaDrawing {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Mark> marks;
  private final List<Line> lines;

  private AreaDrawing(List<Mark> marks, List<Line> lines) {
    this.marks = marks;
    this.lines = lines;
  }

  private record Mark(AreaPath path, String json) {}

  private record Line(AreaPath one, @Nullable AreaPath other, String json) {}

  private record Ground(List<Geometry> cells, Envelope box) {}

  /**
   * @param cells as they are in {@code snapshot}
   * @param shapes of the cells, in the same order; neighbours share their borders' vertices
   */
  static AreaDrawing of(
      GridSnapshot snapshot,
      List<Area> cells,
      List<Geometry> shapes,
      GeoJsonText text,
      JsonMapper json) {
    Map<Long, Ground> grounds = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      for (long id : cells.get(i).path().parent().ids()) {
        Ground ground =
            grounds.computeIfAbsent(id, _ -> new Ground(new ArrayList<>(), new Envelope()));
        ground.cells.add(shapes.get(i));
        ground.box.expandToInclude(shapes.get(i).getEnvelopeInternal());
      }
    }
    Map<String, Integer> ranks =
        snapshot.types().stream().collect(Collectors.toMap(AreaType::code, AreaType::rank));
    List<Mark> marks = new ArrayList<>();
    grounds.forEach(
        (id, ground) ->
            snapshot
                .find(id)
                .ifPresent(
                    area ->
                        marks.add(new Mark(area.path(), mark(area, ground, ranks, text, json)))));
    List<AreaPath> parents = cells.stream().map(cell -> cell.path().parent()).toList();
    List<Line> lines = new ArrayList<>();
    for (Border<AreaPath> border : CoverageBorders.between(shapes, parents)) {
      dividedAt(border.one(), border.other())
          .flatMap(snapshot::find)
          .map(area -> ranks.getOrDefault(area.type(), 0))
          .ifPresent(
              rank ->
                  lines.add(
                      new Line(
                          border.one(),
                          border.other(),
                          "{\"rank\":%d,\"lines\":%s}".formatted(rank, text.of(border.lines())))));
    }
    return new AreaDrawing(marks, lines);
  }

  private static String mark(
      Area area, Ground ground, Map<String, Integer> ranks, GeoJsonText text, JsonMapper json) {
    Envelope box = ground.box;
    return "{\"code\":%s,\"names\":%s,\"path\":\"%s\",\"rank\":%d,\"at\":%s,\"bbox\":[%s,%s]}"
        .formatted(
            json.writeValueAsString(area.code()),
            json.writeValueAsString(area.names()),
            area.path().value(),
            ranks.getOrDefault(area.type(), 0),
            text.of(middle(ground.cells)),
            inner(text.of(new Coordinate(box.getMinX(), box.getMinY()))),
            inner(text.of(new Coordinate(box.getMaxX(), box.getMaxY()))));
  }

  private static String inner(String brackets) {
    return brackets.substring(1, brackets.length() - 1);
  }

  /** Their centroid; where it lies in none of them, a point of the largest. */
  private static Coordinate middle(List<Geometry> cells) {
    Coordinate centroid =
        Centroid.getCentroid(FACTORY.createGeometryCollection(cells.toArray(Geometry[]::new)));
    Geometry point = FACTORY.createPoint(centroid);
    if (cells.stream().anyMatch(cell -> cell.intersects(point))) {
      return centroid;
    }
    Geometry largest = cells.getFirst();
    for (Geometry cell : cells) {
      largest = cell.getArea() > largest.getArea() ? cell : largest;
    }
    return largest.getInteriorPoint().getCoordinate();
  }

  /** The highest area that one of them has and the other has not. */
  private static Optional<Long> dividedAt(AreaPath one, @Nullable AreaPath other) {
    List<Long> mine = one.ids();
    List<Long> theirs = other == null ? List.of() : other.ids();
    for (int i = 0; i < Math.max(mine.size(), theirs.size()); i++) {
      if (i >= mine.size()) {
        return Optional.of(theirs.get(i));
      }
      if (i >= theirs.size() || !mine.get(i).equals(theirs.get(i))) {
        return Optional.of(mine.get(i));
      }
    }
    return Optional.empty();
  }

  /** JSON arrays, as members of an object: what of it lies in {@code scopes}. */
  String members(List<AreaPath> scopes) {
    return ",\"areas\":"
        + array(marks.stream().filter(mark -> isIn(scopes, mark.path())).map(Mark::json))
        + ",\"borders\":"
        + array(
            lines.stream()
                .filter(line -> isIn(scopes, line.one()) || isIn(scopes, line.other()))
                .map(Line::json));
  }

  private static String array(Stream<String> items) {
    return items.collect(Collectors.joining(",", "[", "]"));
  }

  private static boolean isIn(List<AreaPath> scopes, @Nullable AreaPath path) {
    return path != null && scopes.stream().anyMatch(scope -> scope.contains(path));
  }
}
