package org.gridward.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gridward.facility.Facilities;
import org.gridward.facility.Facility;
import org.gridward.facility.FacilityFacts;
import org.gridward.facility.FacilityTiles;
import org.gridward.grid.AreaTiles;
import org.gridward.grid.AreaTiles.Layer;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.web.VectorTiles.Tile;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class VectorTilesIT {

  /** Tiles reach this part of their side beyond their edge. */
  private static final double BUFFER = 64.0 / 4096;

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired AreaTiles areaTiles;
  @Autowired FacilityTiles facilityTiles;
  @Autowired Facilities facilities;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private static Tile tileAt(int z, double lon, double lat) {
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
    return new Tile(
        z, (int) ((lon + 180) / 360 * (1 << z)), (int) ((1 - y / Math.PI) / 2 * (1 << z)));
  }

  /** Ids of what truly lies in the tile, whose envelope is grown by a part of its side. */
  private List<Long> truly(String table, String id, String shape, Tile tile, double grown) {
    return jdbc.sql(
            """
            select %s from %s
            where ST_Intersects(%s, ST_Transform(
              ST_Expand(ST_TileEnvelope(:z, :x, :y), 40075016.7 / (1 << :z) * :grown), 4326))
            """
                .formatted(id, table, shape))
        .param("z", tile.z())
        .param("x", tile.x())
        .param("y", tile.y())
        .param("grown", grown)
        .query(Long.class)
        .list();
  }

  @Test
  void aTileHoldsTheCellsThatLieInItAndNoOther() {
    District district = ground.district(3, 6);
    List<AreaPath> scopes = List.of(district.top().path());
    String current =
        "(select b.* from area_boundary b join area a on a.id = b.area_id where b.cell and"
            + " b.valid_until is null and a.path like '"
            + district.top().path().value()
            + "%') as current";
    Random random = new Random(3);
    int filled = 0;
    for (int i = 0; i < 150; i++) {
      Tile tile =
          tileAt(
              10 + random.nextInt(7),
              district.west() + (random.nextDouble() * 60 - 20) * TestGround.STEP,
              district.south() + (random.nextDouble() * 3 - 1) * TestGround.STEP);
      ReadTile read = ReadTile.of(areaTiles.tile(Layer.CELLS, scopes, tile).bytes());
      assertThat(truly(current, "area_id", "boundary", tile, BUFFER + 0.001))
          .containsAll(read.ids());
      assertThat(read.ids())
          .containsAll(truly(current, "area_id", "boundary", tile, -0.01))
          .doesNotHaveDuplicates();
      filled += read.ids().isEmpty() ? 0 : 1;
    }
    assertThat(filled).isBetween(40, 149);
  }

  @Test
  void facilitiesAreCountedFromAfarAndSingleWhenClose() {
    Random random = new Random(4);
    double west = 60 + random.nextDouble();
    double south = -70 + random.nextDouble();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      ids.add(facility(west + 0.05 * random.nextDouble(), south + 0.05 * random.nextDouble()).id());
    }
    Tile far = tileAt(6, west, south);
    ReadTile counted = ReadTile.of(facilityTiles.tile(facilities.state(), far).bytes());
    assertThat(counted.layer()).isEqualTo("facilities");
    long there = truly("facility", "id", "location", far, BUFFER).size();
    assertThat(counted.sum()).isEqualTo(there).isGreaterThanOrEqualTo(300);
    for (int i = 0; i < 60; i++) {
      Tile close =
          tileAt(
              13 + random.nextInt(3),
              west + 0.05 * random.nextDouble(),
              south + 0.05 * random.nextDouble());
      ReadTile read = ReadTile.of(facilityTiles.tile(facilities.state(), close).bytes());
      assertThat(read.ids())
          .containsAll(truly("facility", "id", "location", close, BUFFER - 0.001))
          .isSubsetOf(truly("facility", "id", "location", close, BUFFER + 0.001));
      assertThat(read.sum()).isEqualTo(read.ids().size());
    }
    assertThat(ids).hasSize(300);
  }

  private Facility facility(double lon, double lat) {
    return facilities.create(
        new FacilityFacts(
            UUID.randomUUID().toString(),
            "toilet",
            Map.of("en", "T", "zh", "厕所"),
            lon,
            lat,
            null,
            null,
            null,
            null,
            null,
            null),
        Actor.SYSTEM);
  }

  @Test
  void everybodySeesTheirOwnGroundAndTilesAreKeptUntilItChanges() {
    District own = ground.district(1, 2);
    District other = ground.district(1, 2);
    TestClient leader = TestClient.withKey(port, people.key(Role.LEADER, own.top().path()));
    TestClient another = TestClient.withKey(port, people.key(Role.LEADER, other.top().path()));
    var layer = leader.get("/api/tiles/cells").json();
    assertThat(layer.path("count").asInt()).isEqualTo(2);
    assertThat(leader.get("/api/tiles/areas").json().path("count").asInt()).isEqualTo(2);
    Tile tile = tileAt(15, own.centre(0).lon(), own.centre(0).lat());
    String address =
        layer
            .at("/tiles/0")
            .asString()
            .replace("{z}", "15")
            .replace("{x}", String.valueOf(tile.x()))
            .replace("{y}", String.valueOf(tile.y()));
    var mine = leader.get(address);
    assertThat(mine.status()).isEqualTo(200);
    assertThat(mine.header("cache-control")).contains("private", "immutable", "max-age=31536000");
    assertThat(mine.header("content-type")).isEqualTo("application/vnd.mapbox-vector-tile");
    // another's tiles have other addresses, and where mine lie they are empty
    assertThat(another.get(address).code()).isEqualTo("tile-version-unknown");
    String current = address.replace(layer.path("version").asString(), "current");
    assertThat(another.get(current).status()).isEqualTo(204);
    var again = leader.get(current);
    assertThat(again.header("cache-control")).contains("no-cache");
    assertThat(leader.get(current, Map.of("If-None-Match", again.header("etag"))).status())
        .isEqualTo(304);
    assertThat(leader.get(address + "?area=" + other.top().id()).code()).isEqualTo("area-unknown");
    assertThat(leader.get("/api/tiles/cells/current/3/9/0.mvt").code()).isEqualTo("tile-malformed");
    String version = layer.path("version").asString();
    for (String none : List.of("3/9/0", "17/0/0", "99/0/0", "3/0/999999999")) {
      assertThat(leader.get("/api/tiles/cells/" + version + "/" + none + ".mvt").code())
          .as(none)
          .isEqualTo("tile-malformed");
    }
    assertThat(leader.get("/api/tiles/streets/" + version + "/3/0/0.mvt").code())
        .isEqualTo("layer-unknown");
    jdbc.sql("update area set version = version + 1 where id = ?")
        .param(own.cells().getFirst().id())
        .update();
    ground.reload();
    assertThat(leader.get(address).code()).isEqualTo("tile-version-unknown");
  }

  @Test
  void aTileThatIsMadeIsTheSameWhoeverHandsItOutAndOnlyItsOwnersSeeIt() {
    District own = ground.district(2, 12);
    District other = ground.district(1, 2);
    TestClient leader = TestClient.withKey(port, people.key(Role.LEADER, own.top().path()));
    TestClient another = TestClient.withKey(port, people.key(Role.LEADER, other.top().path()));
    Tile tile = tileAt(12, own.centre(0).lon(), own.centre(0).lat());
    String address =
        leader
            .get("/api/tiles/cells")
            .json()
            .at("/tiles/0")
            .asString()
            .replace("{z}", "12")
            .replace("{x}", String.valueOf(tile.x()))
            .replace("{y}", String.valueOf(tile.y()));
    var first = leader.get(address);
    var second = leader.get(address);
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    for (String header :
        List.of("cache-control", "content-type", "etag", "vary", "x-content-type-options")) {
      assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
    }
    assertThat(second.header("etag")).matches("\"[0-9a-f]{16}\"");
    String version = address.split("/")[4];
    var current = leader.get(address.replace(version, "current"));
    assertThat(current.body()).isEqualTo(first.body());
    assertThat(current.header("etag")).isEqualTo(first.header("etag"));
    var packed = leader.get(address, Map.of("Accept-Encoding", "gzip"));
    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(packed.header("etag")).isEqualTo(second.header("etag").replaceAll("\"$", "-gzip\""));
    assertThat(another.get(address).code()).isEqualTo("tile-version-unknown");
    assertThat(TestClient.anonymous(port).get(address).status()).isEqualTo(401);
  }

  @Test
  void groundThatReachesAPoleHasAShapeInTiles() {
    long cell = ground.district(1, 1).cells().getFirst().id();
    jdbc.sql(
            "update area_boundary set boundary = ST_Multi(ST_MakeEnvelope(20, 80, 21, 90, 4326))"
                + " where area_id = ?")
        .param(cell)
        .update();
    assertThat(
            jdbc.sql("select ST_YMax(web) from area_boundary where area_id = ?")
                .param(cell)
                .query(Double.class)
                .single())
        .isBetween(2.0e7, 2.1e7);
  }
}
