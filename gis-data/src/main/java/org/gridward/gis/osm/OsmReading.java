package org.gridward.gis.osm;

import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Relation.MemberType;
import crosby.binary.Osmformat.Way;
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
  private final Map<Long, Shape> byOuterWay = new HashMap<>();
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
    reading.blocks.forEach(reading::relations);
    reading.blocks.forEach(reading::ways);
    reading.places.settle();
    reading.blocks.forEach(reading::nodes);
    reading.shapes.forEach(reading::finish);
  }

  private void relations(PrimitiveBlock block) {
    OsmTags strings = new OsmTags(block.getStringtable());
    for (PrimitiveGroup group : block.getPrimitivegroupList()) {
      for (Relation relation : group.getRelationsList()) {
        Map<String, String> tags = strings.of(relation.getKeysList(), relation.getValsList());
        if ("multipolygon".equals(tags.get("type")) && wanted.test(tags)) {
          Shape shape = new Shape("r" + relation.getId(), tags);
          long id = 0;
          for (int i = 0; i < relation.getMemidsCount(); i++) {
            id += relation.getMemids(i);
            if (relation.getTypes(i) == MemberType.WAY
                && !strings.text(relation.getRolesSid(i)).equals("inner")) {
              shapes.add(shape);
              byOuterWay.putIfAbsent(id, shape);
              break;
            }
          }
        }
      }
    }
  }

  private void ways(PrimitiveBlock block) {
    OsmTags strings = new OsmTags(block.getStringtable());
    for (PrimitiveGroup group : block.getPrimitivegroupList()) {
      for (Way way : group.getWaysList()) {
        Map<String, String> tags = strings.of(way.getKeysList(), way.getValsList());
        Shape outer = byOuterWay.get(way.getId());
        boolean own = !tags.isEmpty() && wanted.test(tags);
        if (outer == null && !own) {
          continue;
        }
        long[] nodes = new long[way.getRefsCount()];
        long id = 0;
        for (int i = 0; i < nodes.length; i++) {
          id += way.getRefs(i);
          nodes[i] = id;
          places.want(id);
        }
        if (outer != null) {
          outer.nodes = nodes;
        }
        if (own) {
          Shape shape = new Shape("w" + way.getId(), tags);
          shape.nodes = nodes;
          shapes.add(shape);
        }
      }
    }
  }

  private void nodes(PrimitiveBlock block) {
    OsmTags strings = new OsmTags(block.getStringtable());
    for (PrimitiveGroup group : block.getPrimitivegroupList()) {
      for (Node node : group.getNodesList()) {
        Map<String, String> tags = strings.of(node.getKeysList(), node.getValsList());
        node(node.getId(), place(block, node.getLon(), node.getLat()), tags);
      }
      dense(block, group.getDense(), strings);
    }
  }

  private void dense(PrimitiveBlock block, DenseNodes dense, OsmTags strings) {
    long id = 0;
    long lon = 0;
    long lat = 0;
    int at = 0;
    for (int i = 0; i < dense.getIdCount(); i++) {
      id += dense.getId(i);
      lon += dense.getLon(i);
      lat += dense.getLat(i);
      Map<String, String> tags = Map.of();
      if (dense.getKeysValsCount() > 0) {
        for (; dense.getKeysVals(at) != 0; at += 2) {
          tags = tags.isEmpty() ? new HashMap<>() : tags;
          tags.put(strings.text(dense.getKeysVals(at)), strings.text(dense.getKeysVals(at + 1)));
        }
        at++;
      }
      node(id, place(block, lon, lat), tags);
    }
  }

  private void node(long id, Coordinate place, Map<String, String> tags) {
    if (!(Math.abs(place.x) <= 180 && Math.abs(place.y) <= 90)) {
      return;
    }
    places.put(id, place);
    if (!tags.isEmpty() && wanted.test(tags)) {
      reader.accept(new OsmElement("n" + id, tags, List.of(place)));
    }
  }

  /** The file counts in its granularity, by default hundreds of nanodegrees. */
  private static Coordinate place(PrimitiveBlock block, long lon, long lat) {
    return new Coordinate(
        (block.getLonOffset() + block.getGranularity() * lon) / 1e9,
        (block.getLatOffset() + block.getGranularity() * lat) / 1e9);
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
