package org.gridward.gis.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Sets buildings of one kind in rows: slabs that face south, towers, houses in gardens. */
final class Rows {

  private static final double[] BOX = {0, 0, 1, 0, 1, 1, 0, 1};

  /** The outline of a tower with four wings. */
  private static final double[] WINGS = {
    0.2, 0, 0.8, 0, 0.8, 0.25, 1, 0.25, 1, 0.75, 0.8, 0.75, 0.8, 1, 0.2, 1, 0.2, 0.75, 0, 0.75, 0,
    0.25, 0.2, 0.25
  };

  private static final double[] ANGLE = {0, 0, 1, 0, 1, 0.55, 0.5, 0.55, 0.5, 1, 0, 1};

  private final Random random;
  private final LandUse use;

  Rows(Random random, LandUse use) {
    this.random = random;
    this.use = use;
  }

  List<Polygon> on(Polygon ground) {
    double way = CutLine.angleOf(ground);
    if (use == LandUse.MIDRISE && Math.abs(Math.IEEEremainder(way, Math.PI)) > Math.PI / 4) {
      way += Math.PI / 2;
    }
    AffineTransformation turn = AffineTransformation.rotationInstance(way);
    Geometry flat = AffineTransformation.rotationInstance(-way).transform(ground);
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(flat);
    Envelope box = flat.getEnvelopeInternal();
    List<Polygon> buildings = new ArrayList<>();
    for (double y = box.getMinY(); y < box.getMaxY(); ) {
      double deep = depth();
      for (double x = box.getMinX() + random.nextDouble() * 6; x < box.getMaxX(); ) {
        double wide = width(deep);
        Polygon building = building(x, y + shift(), wide, deep);
        if (prepared.contains(building) && random.nextInt(14) > 0) {
          buildings.add((Polygon) turn.transform(building));
          x += wide + gap();
        } else {
          x += wide > 30 ? 6 : 3;
        }
      }
      y += deep + rowGap();
    }
    return buildings;
  }

  private double depth() {
    return switch (use) {
      case TOWERS -> 22 + random.nextInt(5);
      case VILLAS -> 10 + random.nextInt(3);
      default -> 12 + random.nextInt(3);
    };
  }

  private double width(double deep) {
    return switch (use) {
      case TOWERS -> deep + random.nextInt(7);
      case VILLAS -> 11 + random.nextInt(5);
      default -> random.nextInt(3) == 0 ? 24 : 38 + random.nextInt(20);
    };
  }

  private double shift() {
    return use == LandUse.VILLAS ? random.nextDouble() * 3 : 0;
  }

  private double gap() {
    return switch (use) {
      case TOWERS -> 19 + random.nextInt(10);
      case VILLAS -> 9 + random.nextInt(7);
      default -> 9 + random.nextInt(4);
    };
  }

  private double rowGap() {
    return switch (use) {
      case TOWERS -> 27;
      case VILLAS -> 16;
      default -> 17;
    };
  }

  private Polygon building(double x, double y, double wide, double deep) {
    double[] outline =
        switch (use) {
          case TOWERS -> random.nextInt(3) == 0 ? BOX : WINGS;
          case VILLAS -> random.nextInt(3) == 0 ? BOX : ANGLE;
          default -> BOX;
        };
    Coordinate[] ring = new Coordinate[outline.length / 2 + 1];
    for (int i = 0; i < outline.length / 2; i++) {
      ring[i] = new Coordinate(x + outline[2 * i] * wide, y + outline[2 * i + 1] * deep);
    }
    ring[ring.length - 1] = ring[0].copy();
    return Plane.METRES.createPolygon(ring);
  }
}
