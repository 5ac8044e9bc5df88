package org.gridward.gis.osm;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A node, way or multipolygon relation with its tags.
 *
 * @param code {@code n}, {@code w} or {@code r} and its number: {@code w1234}; unique in a file
 * @param points one for a node; a way's in its order; of a relation those of its first outer way.
 *     At least one; degrees, longitude first
 */
public record OsmElement(String code, Map<String, String> tags, List<Coordinate> points) {

  public OsmElement {
    tags = Map.copyOf(tags);
    points = List.copyOf(points);
  }

  /** The tag's value; null where it has none. */
  public @Nullable String tag(String key) {
    return tags.get(key);
  }

  /**
   * One name out of a tag such as {@code name:zh}: the first where several are listed, parted by
   * semicolons ({@code 唐人街;華埠}); null where there is none.
   */
  public @Nullable String name(String key) {
    List<String> all = names(key);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** All names that a tag lists. */
  public List<String> names(String key) {
    return Arrays.stream(tags.getOrDefault(key, "").split(";", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** A line that ends where it began, or a relation: it stands for ground, not for a course. */
  public boolean isArea() {
    return points.size() > 3 && points.getFirst().equals2D(points.getLast());
  }

  /**
   * A node's place, the middle of an area's outline (never outside its extent), or a line's middle
   * point.
   */
  public Coordinate middle() {
    if (!isArea()) {
      return points.get(points.size() / 2);
    }
    double x = 0;
    double y = 0;
    for (Coordinate point : points.subList(1, points.size())) {
      x += point.x;
      y += point.y;
    }
    return new Coordinate(x / (points.size() - 1), y / (points.size() - 1));
  }
}
