package org.gridward.gis.osm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gridward.gis.formats.UnreadableFile;
import org.locationtech.jts.geom.Coordinate;

/**
 * One reading of a .osm.pbf file: it is walked three times (relations, ways, nodes), so that only
 * what is wanted is held in memory. For one thread, used once.
 */
public final class OsmReading {

  private final OsmBlocks blocks;
  private final Predicate<Map<String, String>> wanted;
  private final Consumer<OsmElement> reader;
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<Long, List<Shape>> byOuterWay = new HashMap<>();
  private final NodePlaces places = new NodePlaces();

  private static final class Shape {
    private final String code;
    private final Map<String, String> tags;
    private long[] nodes = {};

    Shape(String code, Map<String, String> tags) {
      this.code = code;
      this.tags = tags;
    }
  }

  private OsmReading(
      Path file, Predicate<Map<String, String>> wanted, Consumer<OsmElement> reader) {
    this.blocks = new OsmBlocks(file);
    this.wanted = wanted;
    this.reader = reader;
  }

  /**
   * Hands over the elements whose tags are wanted: nodes in the file's order, then relations, then
   * ways. Ways and relations none of whose nodes are in the file are left out, as at an extract's
   * edge.
   *
   * @param wanted never hears of elements without tags
   * @throws UnreadableFile where the file cannot be read; some elements may have been handed over
   */
  public static void read(
      Path file, Predicate<Map<String, String>> wanted, Consumer<OsmElement> reader) {
    OsmReading reading = new OsmReading(file, wanted, reader);
    reading.blocks.forEach(block -> block.forEachRelation(reading::relation));
    reading.blocks.forEach(block -> block.forEachWay(reading::way));
    reading.places.settle();
    reading.blocks.forEach(block -> block.forEachNode(reading::node));
    reading.shapes.forEach(reading::finish);
  }

  private void relation(OsmBlock.Relation relation) {
    Map<String, String> tags = relation.tags();
    if (!"multipolygon".equals(tags.get("type")) || !wanted.test(tags)) {
      return;
    }
    relation.members().stream()
        .filter(member -> member.way() && !member.role().equals("inner"))
        .findFirst()
        .ifPresent(
            outer -> {
              Shape shape = new Shape("r" + relation.id(), tags);
              shapes.add(shape);
              byOuterWay.computeIfAbsent(outer.id(), _ -> new ArrayList<>()).add(shape);
            });
  }

  private void way(OsmBlock.Way way) {
    Map<String, String> tags = way.tags();
    List<Shape> outlined = byOuterWay.getOrDefault(way.id(), List.of());
    boolean own = !tags.isEmpty() && wanted.test(tags);
    if (outlined.isEmpty() && !own) {
      return;
    }
    for (long node : way.nodes()) {
      places.want(node);
    }
    outlined.forEach(shape -> shape.nodes = way.nodes());
    if (own) {
      Shape shape = new Shape("w" + way.id(), tags);
      shape.nodes = way.nodes();
      shapes.add(shape);
    }
  }

  private void node(OsmBlock.Node node) {
    Coordinate place = node.place();
    if (!(Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90)) {
      return;
    }
    places.put(node.id(), place);
    if (!node.tags().isEmpty() && wanted.test(node.tags())) {
      reader.accept(new OsmElement("n" + node.id(), node.tags(), List.of(place)));
    }
  }

  private void finish(Shape shape) {
    List<Coordinate> points = new ArrayList<>();
    for (long node : shape.nodes) {
      places.find(node).ifPresent(points::add);
    }
    if (!points.isEmpty()) {
      reader.accept(new OsmElement(shape.code, shape.tags, points));
    }
  }
}
