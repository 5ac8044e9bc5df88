package org.gridward.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** The outlines of the cells, to find places in. Immutable. */
final class DemoGround {

  private final List<List<Spot>> rings;

  private DemoGround(List<List<Spot>> rings) {
    this.rings = List.copyOf(rings);
  }

  /** Reads the outer rings of a GeoJSON feature collection of polygons. */
  static DemoGround of(JsonNode collection) {
    List<List<Spot>> rings = new ArrayList<>();
    for (JsonNode feature : collection.path("features")) {
      JsonNode geometry = feature.path("geometry");
      JsonNode coordinates = geometry.path("coordinates");
      boolean multi = geometry.path("type").asString().equals("MultiPolygon");
      rings.add(ring(multi ? coordinates.path(0).path(0) : coordinates.path(0)));
    }
    return new DemoGround(rings);
  }

  private static List<Spot> ring(JsonNode positions) {
    List<Spot> ring = new ArrayList<>();
    for (JsonNode position : positions) {
      ring.add(new Spot(position.path(0).asDouble(), position.path(1).asDouble()));
    }
    return ring;
  }

  boolean isEmpty() {
    return rings.isEmpty();
  }

  /** Somewhere in some cell, between its middle and one of its corners. */
  Spot somewhere(RandomGenerator random) {
    List<Spot> ring = rings.get(random.nextInt(rings.size()));
    double lon = ring.stream().mapToDouble(Spot::lon).average().orElse(0);
    double lat = ring.stream().mapToDouble(Spot::lat).average().orElse(0);
    Spot corner = ring.get(random.nextInt(ring.size()));
    double part = random.nextDouble(0.85);
    return new Spot(lon + (corner.lon() - lon) * part, lat + (corner.lat() - lat) * part);
  }
}
