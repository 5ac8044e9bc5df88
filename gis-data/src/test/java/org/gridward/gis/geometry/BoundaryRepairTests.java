package org.gridward.gis.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.gis.geometry.BoundaryCheck.Accepted;
import org.gridward.gis.geometry.BoundaryCheck.Refused;
import org.gridward.gis.geometry.BoundaryCheck.Repaired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class BoundaryRepairTests {
  @Test
  void acceptsAPolygonAsAMultiPolygon() {
    assertThat(check("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))"))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.boundary().getArea()).isEqualTo(15));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POLYGON EMPTY                                | empty-geometry
          MULTIPOLYGON EMPTY                           | empty-geometry
          POINT (1 1)                                  | not-polygonal
          GEOMETRYCOLLECTION (POINT (1 1))             | not-polygonal
          POLYGON ((0 0, 981000 0, 981000 5, 0 0))     | out-of-range
          POLYGON ((0 0, 0 91, 1 1, 0 0))              | out-of-range
          POLYGON ((179 0, -179 0, -179 1, 179 1, 179 0)) | across-180
          MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((179 5, -179.5 5, -179.5 6, 179 5))) | across-180
          POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))          | self-intersection
          POLYGON ((0 0, 4 0, 0 0, 0 0))               | invalid-ring
          """)
  void refuses(String wkt, String code) {
    assertThat(check(wkt))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void acceptsPartsOnBothSidesOfTheEdgeOfTheMap() {
    assertThat(
            check(
                "MULTIPOLYGON (((179 0, 180 0, 180 1, 179 0)), ((-180 0, -179 0, -180 1, -180"
                    + " 0)))"))
        .isInstanceOf(Accepted.class);
  }

  @Test
  void refusesNoGeometry() {
    assertThat(BoundaryRepair.check(null)).isInstanceOf(Refused.class);
  }

  @Test
  void repairsASpikeAndSaysSo() {
    assertThat(check("POLYGON ((0 0, 4 0, 4 4, 4 5, 4 4, 0 4, 0 0))"))
        .isInstanceOfSatisfying(
            Repaired.class,
            repaired -> {
              assertThat(repaired.boundary().isValid()).isTrue();
              assertThat(repaired.boundary().getArea()).isEqualTo(16);
              assertThat(repaired.how()).contains("self-intersection").contains("0.0000 %");
            });
  }

  @Test
  void repairsATinyCrossingButNotALargeOne() {
    assertThat(check("POLYGON ((0 0, 4 0, 4 4, 3.99 4.01, 3.99 3.99, 4.01 4.01, 0 4, 0 0))"))
        .isInstanceOf(Repaired.class);
    assertThat(check("POLYGON ((0 0, 4 0, 4 4, 3 5, 3 3, 5 5, 0 4, 0 0))"))
        .isInstanceOf(Refused.class);
  }

  private static BoundaryCheck check(String wkt) {
    try {
      Geometry geometry = new WKTReader().read(wkt);
      return BoundaryRepair.check(geometry);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
