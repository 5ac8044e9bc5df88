package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.gridward.gis.partition.Measure;
import org.gridward.grid.Area;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class AreaFaultsIT {

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;
  private District mine;
  private TestClient administrator;

  @BeforeEach
  void makeADistrict() {
    mine = ground.district(1, 4);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, mine.top().path()));
  }

  private void reshape(Area area, double west, double south, double east, double north) {
    jdbc.sql(
            """
            update area_boundary set boundary = ST_Multi(ST_MakeEnvelope(?, ?, ?, ?, 4326))
            where area_id = ?
            """)
        .params(west, south, east, north, area.id())
        .update();
  }

  @Test
  void findsNothingWhereTheGroundIsDividedExactly() {
    var answer = administrator.get("/api/areas/" + mine.communities().getFirst().id() + "/faults");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/items/0/level").asString()).isEqualTo("cell");
    assertThat(answer.json().at("/items/0/checked").asInt()).isEqualTo(4);
    assertThat(answer.json().at("/items/0/total").asInt()).isZero();
  }

  @Test
  void showsWhatIsWrongWhereAndWhatToDo() {
    double step = TestGround.STEP;
    // the second cell is half a step short in the west and reaches into the fourth in the east
    reshape(
        mine.cells().get(1),
        mine.west() + 1.5 * step,
        mine.south(),
        mine.west() + 2 * step,
        mine.south() + step);
    var level =
        administrator
            .get("/api/areas/" + mine.top().id() + "/faults?level=cell")
            .json()
            .at("/items/0");
    assertThat(level.at("/total").asInt()).isEqualTo(1);
    var fault = level.at("/faults/0");
    assertThat(fault.at("/kind").asString()).isEqualTo("gap");
    assertThat(fault.at("/parent").asString()).isEqualTo(mine.communities().getFirst().code());
    assertThat(fault.at("/at/0").asDouble())
        .isBetween(mine.west() + step, mine.west() + 1.5 * step);
    assertThat(fault.at("/names").size()).isEqualTo(fault.at("/codes").size());
    for (int i = 0; i < fault.at("/codes").size(); i++) {
      String code = fault.at("/codes/" + i).asString();
      assertThat(fault.at("/names/" + i + "/en").asString()).isEqualTo("Area " + code);
      assertThat(fault.at("/names/" + i + "/zh").asString()).isEqualTo("区域 " + code);
    }
    assertThat(fault.at("/proposal/action").asString()).isEqualTo("give");
    assertThat(fault.at("/proposal/code").asString())
        .isIn(mine.cells().get(0).code(), mine.cells().get(1).code());
    assertThat(fault.at("/where/type").asString()).isEqualTo("Polygon");
  }

  @Test
  void mendsOneFaultAfterShowingIt() {
    double step = TestGround.STEP;
    reshape(
        mine.cells().get(1),
        mine.west() + 1.5 * step,
        mine.south(),
        mine.west() + 2 * step,
        mine.south() + step);
    String community = "/api/areas/" + mine.communities().getFirst().id();
    String key =
        administrator.get(community + "/faults").json().at("/items/0/faults/0/key").asString();
    assertThat(total(community)).isEqualTo(1);
    var preview = administrator.post(community + "/repairs", Map.of("key", key));
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(preview.json().at("/changes").size()).isEqualTo(1);
    String basis = preview.json().at("/basis").asString();
    assertThat(total(community)).isEqualTo(1);
    var made = administrator.post(community + "/repairs", Map.of("key", key, "basis", basis));
    assertThat(made.status()).as(made.body()).isEqualTo(200);
    assertThat(total(community)).isZero();
    long edit = made.json().at("/edit").asLong();
    var undone = administrator.send("POST", "/api/area-edits/" + edit + "/undo", null);
    assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    assertThat(total(community)).isEqualTo(1);
    var all = administrator.post(community + "/repairs", Map.of());
    assertThat(all.json().at("/changes").size()).isGreaterThan(0);
  }

  private int total(String area) {
    return administrator.get(area + "/faults").json().at("/items/0/total").asInt();
  }

  @Test
  void looksThroughAllOfTheGroundForAdministratorsOfAllOfIt() {
    double step = TestGround.STEP;
    reshape(
        mine.cells().get(1),
        mine.west() + 1.5 * step,
        mine.south(),
        mine.west() + 2 * step,
        mine.south() + step);
    TestClient everywhere = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, AreaPath.ROOT));
    var level = everywhere.get("/api/areas/0/faults?level=cell").json().at("/items/0");
    assertThat(level.at("/checked").asInt()).isGreaterThanOrEqualTo(4);
    assertThat(level.at("/faults").findValuesAsString("parent"))
        .contains(mine.communities().getFirst().code());
    assertThat(administrator.get("/api/areas/0/faults?level=cell").status()).isEqualTo(403);
    var repair = Map.of("level", "cell", "key", "none");
    assertThat(everywhere.post("/api/areas/0/repairs", repair).status()).isEqualTo(422);
    assertThat(administrator.post("/api/areas/0/repairs", repair).status()).isEqualTo(403);
  }

  @Test
  void refusesALevelThatIsNone() {
    var answer = administrator.get("/api/areas/" + mine.top().id() + "/faults?level=planet");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/code").asString()).isEqualTo("level-unknown");
  }

  /** Metres are PostGIS's metres. */
  @Test
  void measuresAsPostgisDoes() throws Exception {
    String wkt = "POLYGON((-74 40.7,-73.99 40.702,-73.985 40.71,-73.998 40.712,-74 40.7))";
    double postgis =
        Objects.requireNonNull(
            jdbc.sql("select ST_Area(ST_GeogFromText(?))").param(wkt).query(Double.class).single());
    assertThat(Measure.squareMetres(new WKTReader().read(wkt)))
        .isCloseTo(postgis, within(postgis * 1e-5));
  }
}
