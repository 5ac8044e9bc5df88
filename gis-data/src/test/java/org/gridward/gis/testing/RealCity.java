package org.gridward.gis.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridward.gis.cells.CellShape;
import org.gridward.gis.formats.Feature;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.geometry.BoundaryCheck.Accepted;
import org.gridward.gis.geometry.BoundaryCheck.Repaired;
import org.gridward.gis.geometry.BoundaryRepair;

/** The real files beside the repository, {@code shared/data}; a test without them is skipped. */
public final class RealCity {
  private RealCity() {}

  public static Path file(String name) {
    Path found = find(name);
    assumeTrue(
        found != null,
        "skipped: no shared/data/nyc/" + name + " above " + Path.of("").toAbsolutePath());
    return found;
  }

  private static Path find(String name) {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path candidate = up.resolve("shared/data/nyc").resolve(name);
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** The 2,165 census tracts, as an import would take them. */
  public static List<CellShape> tracts() {
    List<CellShape> cells = new ArrayList<>();
    try (FeatureSource source = Features.open(file("tracts-epsg2263.shp.zip"), ReadOptions.NONE)) {
      while (source.hasNext()) {
        Feature feature = (Feature) source.next();
        var boundary =
            switch (BoundaryRepair.check(source.crs().toWgs84(feature.geometry()))) {
              case Accepted accepted -> accepted.boundary();
              case Repaired repaired -> repaired.boundary();
              case org.gridward.gis.geometry.BoundaryCheck.Refused refused ->
                  throw new AssertionError(refused.message());
            };
        cells.add(new CellShape(feature.number(), feature.text("BoroCT2010"), boundary));
      }
    }
    return cells;
  }
}
