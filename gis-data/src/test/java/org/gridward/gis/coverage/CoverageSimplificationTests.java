package org.gridward.gis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridward.gis.cells.CellShape;
import org.gridward.gis.testing.RealCity;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class CoverageSimplificationTests {
  @Test
  void keepsSharedBordersShared() {
    List<Geometry> simplified =
        CoverageSimplification.simplify(
            List.of(
                read("POLYGON ((0 0, 5 0, 5.1 2, 4.9 4, 5 6, 5 9, 0 9, 0 0))"),
                read("POLYGON ((5 0, 9 0, 9 9, 5 9, 5 6, 4.9 4, 5.1 2, 5 0))")),
            1);
    assertThat(simplified).allMatch(polygon -> polygon.getNumPoints() < 8);
    assertThat(CoverageValidator.isValid(simplified.toArray(Geometry[]::new))).isTrue();
  }

  @Test
  void givesValidPolygonsForWhatIsNoCoverage() {
    List<Geometry> overlapping =
        List.of(
            read("POLYGON ((0 0, 5 0, 5.1 2, 4.9 4, 5 6, 5 9, 0 9, 0 0))"),
            read("POLYGON ((1 1, 9 1, 9 8, 1 8, 1 1))"),
            read("POLYGON ((0 0, 0.1 0, 0.1 0.1, 0 0))"));
    assertThat(CoverageSimplification.simplify(overlapping, 3))
        .hasSize(3)
        .allMatch(polygon -> polygon.isValid() && !polygon.isEmpty());
  }

  @Test
  void lightensTheRealCity() {
    List<Geometry> tracts = RealCity.tracts().stream().map(CellShape::boundary).toList();
    List<Geometry> simplified = CoverageSimplification.simplify(tracts, 0.0005);
    assertThat(simplified).hasSize(2165).allMatch(tract -> tract.isValid() && !tract.isEmpty());
    assertThat(points(simplified)).isLessThan(points(tracts) / 4);
  }

  private static int points(List<Geometry> polygons) {
    return polygons.stream().mapToInt(Geometry::getNumPoints).sum();
  }

  private static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
