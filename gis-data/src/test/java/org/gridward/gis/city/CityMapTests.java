package org.gridward.gis.city;

import static org.assertj.core.api.Assertions.assertThat;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBBox;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Way;
import crosby.binary.file.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Reads the map with the format's own parser. */
class CityMapTests {

  @TempDir static Path folder;

  private static final City CITY = City.of(7, 60);
  private static final Map<Long, Coordinate> NODES = new HashMap<>();
  private static final List<ReadWay> WAYS = new ArrayList<>();
  private static String source = "";
  private static Envelope box = new Envelope();

  private record ReadWay(long id, List<Long> nodes, Map<String, String> tags) {
    boolean street() {
      return tags.containsKey("highway");
    }
  }

  private static final class Reader extends BinaryParser {
    @Override
    protected void parseDense(DenseNodes dense) {
      long id = 0;
      long lon = 0;
      long lat = 0;
      for (int i = 0; i < dense.getIdCount(); i++) {
        id += dense.getId(i);
        lon += dense.getLon(i);
        lat += dense.getLat(i);
        NODES.put(id, new Coordinate(parseLon(lon), parseLat(lat)));
      }
    }

    @Override
    protected void parseWays(List<Way> ways) {
      for (Way way : ways) {
        List<Long> nodes = new ArrayList<>();
        long node = 0;
        for (long step : way.getRefsList()) {
          node += step;
          nodes.add(node);
        }
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < way.getKeysCount(); i++) {
          tags.put(getStringById(way.getKeys(i)), getStringById(way.getVals(i)));
        }
        WAYS.add(new ReadWay(way.getId(), nodes, tags));
      }
    }

    @Override
    protected void parseNodes(List<Node> nodes) {
      assertThat(nodes).isEmpty();
    }

    @Override
    protected void parseRelations(List<Relation> relations) {
      assertThat(relations).isEmpty();
    }

    @Override
    protected void parse(HeaderBlock header) {
      source = header.getSource();
      HeaderBBox said = header.getBbox();
      box =
          new Envelope(
              said.getLeft() / 1e9,
              said.getRight() / 1e9,
              said.getBottom() / 1e9,
              said.getTop() / 1e9);
    }

    @Override
    public void complete() {}
  }

  @BeforeAll
  static void readIt() throws IOException {
    CITY.write(folder);
    try (InputStream in = Files.newInputStream(folder.resolve("city.osm.pbf"))) {
      new BlockInputStream(in, new Reader()).process();
    }
  }

  @Test
  void theCoastGoesAroundTheIslandWithTheLandOnItsLeft() {
    List<ReadWay> coast =
        WAYS.stream().filter(way -> "coastline".equals(way.tags().get("natural"))).toList();
    assertThat(coast).hasSize(1);
    Coordinate[] ring =
        coast.getFirst().nodes().stream().map(NODES::get).toArray(Coordinate[]::new);
    assertThat(Orientation.isCCW(ring)).isTrue();
    assertThat(
            Arrays.stream(ring)
                .allMatch(
                    at ->
                        box.getMinX() < at.x
                            && at.x < box.getMaxX()
                            && box.getMinY() < at.y
                            && at.y < box.getMaxY()))
        .isTrue();
  }

  @Test
  void saysThatItIsMadeUpAndHoldsEverything() {
    assertThat(source).contains("MADE UP").contains("虚构");
    assertThat(WAYS)
        .filteredOn(way -> way.tags.containsKey("building"))
        .hasSameSizeAs(CITY.buildings)
        .allMatch(way -> way.nodes.getFirst().equals(way.nodes.getLast()));
    assertThat(WAYS).filteredOn(ReadWay::street).hasSameSizeAs(CITY.net.stretches);
    assertThat(WAYS).extracting(ReadWay::id).isSorted().doesNotHaveDuplicates();
    assertThat(WAYS).allMatch(way -> NODES.keySet().containsAll(way.nodes));
  }

  @Test
  void oneGetsFromEveryStreetToEveryOther() {
    Map<Long, List<Long>> beside = new HashMap<>();
    for (ReadWay way : WAYS) {
      for (int i = 1; way.street() && i < way.nodes.size(); i++) {
        join(beside, way.nodes.get(i - 1), way.nodes.get(i));
      }
    }
    Set<Long> reached = new HashSet<>();
    Deque<Long> next = new ArrayDeque<>(List.of(beside.keySet().iterator().next()));
    while (!next.isEmpty()) {
      Long node = next.pop();
      if (reached.add(node)) {
        next.addAll(beside.get(node));
      }
    }
    assertThat(reached.size()).isGreaterThan(beside.size() * 99 / 100);
  }

  private static void join(Map<Long, List<Long>> beside, Long one, Long other) {
    beside.computeIfAbsent(one, k -> new ArrayList<>()).add(other);
    beside.computeIfAbsent(other, k -> new ArrayList<>()).add(one);
  }

  @Test
  void onlyBridgesAreOverTheRiver() {
    Geometry river = CITY.shape.river.buffer(-3);
    int bridges = 0;
    for (ReadWay way : WAYS) {
      Coordinate[] points =
          way.nodes.stream().map(NODES::get).map(Plane::toMetres).toArray(Coordinate[]::new);
      if (way.street() && Plane.METRES.createLineString(points).intersects(river)) {
        assertThat(way.tags).as(way.toString()).containsEntry("bridge", "yes");
        bridges++;
      }
    }
    assertThat(bridges).isGreaterThanOrEqualTo(3);
  }

  @Test
  void hasTheHierarchyOfStreetsAndNamesInBothLanguages() {
    assertThat(WAYS)
        .extracting(way -> way.tags.get("highway"))
        .contains("trunk", "primary", "secondary", "tertiary", "residential", "living_street");
    assertThat(WAYS)
        .filteredOn(way -> way.tags.containsKey("name"))
        .allMatch(way -> way.tags.get("name").equals(way.tags.get("name:zh")))
        .allMatch(way -> way.tags.get("name:zh").matches("\\p{IsHan}+[0-9]*\\p{IsHan}*"))
        .allMatch(way -> way.tags.get("name:en").matches("[A-Za-z0-9 ]+"));
  }
}
