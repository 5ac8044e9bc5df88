package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridward.gis.city.Blocks.Block;
import org.gridward.gis.city.StreetNet.Stretch;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Builds on the blocks, clear of streets and water, and numbers the houses along the streets. */
final class Builder {

  private static final double METRES_PER_NUMBER = 9;

  private final StreetNet net;
  private final Set<String> numbers = new HashSet<>();

  Builder(StreetNet net) {
    this.net = net;
  }

  List<Building> on(Block block) {
    List<Building> buildings = new ArrayList<>();
    if (block.use() == LandUse.PARK) {
      return buildings;
    }
    Random random = new Random(block.seed());
    for (Polygon ground : free(block)) {
      for (Polygon polygon : polygons(block.use(), ground, random)) {
        buildings.add(numbered(polygon, block));
      }
    }
    return buildings;
  }

  private static List<Polygon> polygons(LandUse use, Polygon ground, Random random) {
    return switch (use) {
      case OLD_TOWN -> new Lots(random, 190, 0.9, 0.1).on(ground);
      case CENTRE -> new Lots(random, 1_500, 4, 0.08).on(ground);
      case INDUSTRY -> new Lots(random, 5_200, 9, 0.1).on(ground);
      case MIDRISE, TOWERS, VILLAS, PARK -> new Rows(random, use).on(ground);
    };
  }

  private List<Polygon> free(Block block) {
    Geometry ground = block.ground().buffer(-setback(block.use()), 2);
    for (Stretch stretch : net.near(block.ground().getEnvelopeInternal(), 20)) {
      double clear = stretch.street().kind().halfWidthMetres() + 2;
      if (clear > setback(block.use()) && ground.isWithinDistance(stretch.line(), clear)) {
        ground = ground.difference(stretch.line().buffer(clear, 2));
      }
    }
    if (!ground.isEmpty() && !net.isClear(ground)) {
      ground = ground.intersection(net.ground);
    }
    List<Polygon> free = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(ground)) {
      free.add((Polygon) polygon);
    }
    return free;
  }

  private static double setback(LandUse use) {
    return switch (use) {
      case OLD_TOWN -> 4.2;
      case CENTRE -> 9;
      case MIDRISE -> 9.5;
      case TOWERS, INDUSTRY -> 11;
      case VILLAS, PARK -> 9;
    };
  }

  private Building numbered(Polygon polygon, Block block) {
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    Coordinate middle = polygon.getCentroid().getCoordinate();
    Stretch facing = net.facing(middle, 48);
    if (facing == null || facing.street().name() == null) {
      return new Building(ring, block.plot(), block.use(), null, 0);
    }
    LineString line = facing.line();
    double along = facing.from() + new LengthIndexedLine(line).project(middle);
    int side = side(line, middle);
    int number = 2 * (int) Math.round(along / METRES_PER_NUMBER) + side;
    while (!numbers.add(facing.street().name().en() + "\n" + number)) {
      number += 2;
    }
    return new Building(ring, block.plot(), block.use(), facing.street().name(), number);
  }

  /** 1 to the left of the street, 2 to the right: odd and even numbers. */
  private static int side(LineString line, Coordinate place) {
    LengthIndexedLine measured = new LengthIndexedLine(line);
    double at = measured.project(place);
    Coordinate before = measured.extractPoint(Math.max(0, at - 1));
    Coordinate after = measured.extractPoint(at + 1);
    return Orientation.index(before, after, place) == Orientation.LEFT ? 1 : 2;
  }
}
