package org.gridward.gis.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CrsTests {
  private static final String LONG_ISLAND_WKT =
      """
      PROJCS["NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet",GEOGCS["GCS_North_American_1983",\
      DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
      UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",984250.0],\
      PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",-74.0],PARAMETER["Standard_Parallel_1",40.66666666666666],\
      PARAMETER["Standard_Parallel_2",41.03333333333333],PARAMETER["Latitude_Of_Origin",40.16666666666666],\
      UNIT["Foot_US",0.3048006096012192]]\
      """;

  // cs2cs EPSG:2263 EPSG:4326: New York's City Hall
  private static final Coordinate CITY_HALL_FEET = new Coordinate(982024, 198914);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:2263",
        "epsg:2263",
        "urn:ogc:def:crs:EPSG::2263",
        "http://www.opengis.net/def/crs/EPSG/0/2263",
        LONG_ISLAND_WKT
      })
  void takesUsSurveyFeetToDegrees(String crs) {
    Coordinate point = moved(crs, CITY_HALL_FEET);
    assertThat(point.x).isCloseTo(-74.0080, within(1e-4));
    assertThat(point.y).isCloseTo(40.7126, within(1e-4));
  }

  @Test
  void codeAndWktAgreeToTheCentimetre() {
    Coordinate byCode = moved("EPSG:2263", CITY_HALL_FEET);
    assertThat(byCode.distance(moved(LONG_ISLAND_WKT, CITY_HALL_FEET))).isLessThan(1e-7);
  }

  @Test
  void keepsEastingFirstWhereTheAuthorityPutsNorthingFirst() {
    // CGCS2000 / 3-degree Gauss-Kruger CM 114E, and its geographic system, latitude first by EPSG
    Coordinate point = moved("EPSG:4547", new Coordinate(500_000, 3_300_000));
    assertThat(point.x).isCloseTo(114, within(1e-9));
    assertThat(point.y).isCloseTo(29.8186, within(1e-4));
    assertThat(moved("EPSG:4490", new Coordinate(114, 30)).x).isCloseTo(114, within(1e-9));
  }

  @Test
  void turnsWktThatSaysLatitudeFirst() {
    String wkt =
        """
        GEOGCS["GRS 80",DATUM["d",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],\
        UNIT["degree",0.0174532925199433],AXIS["Latitude",NORTH],AXIS["Longitude",EAST]]\
        """;
    Coordinate point = moved(wkt, new Coordinate(-74, 40.5));
    assertThat(point.x).isCloseTo(-74, within(1e-6));
    assertThat(point.y).isCloseTo(40.5, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4326",
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:EPSG::4326",
        "OGC:CRS84"
      })
  void leavesDegreesAlone(String crs) {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(-74, 40.7));
    assertThat(Crs.parse(crs).toWgs84(point)).isSameAs(point);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:999999",
        "EPSG:999999999",
        "EPSG:5714",
        "",
        "hello",
        "PROJCS[\"x\"",
        "EPSG:-1"
      })
  void refusesWhatIsNoPlaneSystem(String crs) {
    assertThatThrownBy(() -> Crs.parse(crs)).isInstanceOf(UnknownCrs.class);
  }

  @Test
  void refusesPointsOutsideTheSystem() {
    assertThatThrownBy(() -> moved("EPSG:2263", new Coordinate(1e300, Double.NaN)))
        .isInstanceOf(UnknownCrs.class);
  }

  private static Coordinate moved(String crs, Coordinate point) {
    return Crs.parse(crs).toWgs84(new GeometryFactory().createPoint(point)).getCoordinate();
  }

  @Test
  void saysThatASystemIsNotFlat() {
    assertThatThrownBy(() -> Crs.parse("EPSG:4979"))
        .isInstanceOf(UnknownCrs.class)
        .hasMessageContaining("two dimensions");
  }

  /** Half the world's width in web mercator, as programs write it. */
  @ParameterizedTest
  @ValueSource(doubles = {20037508.342789244, -20037508.342789244})
  void staysOnTheGlobeAtItsEdge(double easting) {
    Coordinate point = moved("EPSG:3857", new Coordinate(easting, -5311971.846945472));
    assertThat(Math.abs(point.x)).isEqualTo(180);
  }
}
