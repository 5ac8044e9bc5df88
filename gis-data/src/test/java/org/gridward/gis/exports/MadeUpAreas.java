package org.gridward.gis.exports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Areas with awkward names and coordinates that use every bit of a double. */
public final class MadeUpAreas {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String[] NAMES = {
    "Plain", "with, comma", "two\nlines", "\"quoted\"", "<&>]]>", "'; drop table areas; --", "=1+1"
  };

  private final Random random;

  public MadeUpAreas(long seed) {
    this.random = new Random(seed);
  }

  public List<ExportedArea> list(int count) {
    List<ExportedArea> areas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      areas.add(area(i));
    }
    return areas;
  }

  private ExportedArea area(int i) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("en", NAMES[i % NAMES.length] + " " + i);
    if (i % 3 > 0) {
      names.put("zh", "网格𠀀" + i);
    }
    String parent = i % 4 == 0 ? null : "P" + i % 4;
    return new ExportedArea("00" + i, parent, "cell", names, i % 2 == 0, boundary());
  }

  private MultiPolygon boundary() {
    Polygon[] polygons = new Polygon[1 + random.nextInt(3)];
    for (int i = 0; i < polygons.length; i++) {
      double x = -179 + i * 100 + random.nextDouble();
      double y = random.nextInt(5) == 0 ? random.nextDouble() * 1e-5 : -80 + random.nextDouble();
      LinearRing[] holes = new LinearRing[random.nextInt(3)];
      for (int hole = 0; hole < holes.length; hole++) {
        holes[hole] = ring(x + 1 + hole * 3, y + 4, 1 + random.nextDouble());
      }
      polygons[i] = GEOMETRIES.createPolygon(ring(x, y, 10 + random.nextDouble()), holes);
    }
    return GEOMETRIES.createMultiPolygon(polygons);
  }

  private LinearRing ring(double x, double y, double size) {
    return GEOMETRIES.createLinearRing(
        new Coordinate[] {
          new Coordinate(x, y),
          new Coordinate(x + size, y),
          new Coordinate(x + size, y + size),
          new Coordinate(x, y + size),
          new Coordinate(x, y)
        });
  }
}
