package org.gridward.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gridward.gis.geometry.Geodesic;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.PlaceKind;
import org.gridward.gis.places.PlaceSearch;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@PostgisTest
class GazetteerIT {

  private static final Map<String, String> QUUX = Map.of("en", "Quux Street", "zh", "奎克斯街");

  @Autowired PlaceBatch batch;
  @Autowired Gazetteer gazetteer;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;
  @LocalServerPort int port;

  private ImportReport write(String source, List<FoundPlace> places, boolean dryRun) {
    Tally tally = new Tally();
    batch.write(source, places, tally, dryRun);
    return tally.report();
  }

  private static FoundPlace address(String code, String number, double lon, double lat) {
    return new FoundPlace(code, PlaceKind.ADDRESS, QUUX, number, null, lon, lat, List.of());
  }

  private static FoundPlace street(double lon, double lat) {
    List<Coordinate> course =
        List.of(new Coordinate(lon - 0.01, lat), new Coordinate(lon + 0.01, lat));
    return new FoundPlace("street", PlaceKind.STREET, QUUX, null, null, lon, lat, List.of(course));
  }

  private void awaitFound(String text) {
    await().until(() -> !gazetteer.search(new PlaceSearch(text, null, null, 5)).isEmpty());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void findsStreetsAndNumbersInBothLanguagesAndOrders() {
    List<FoundPlace> places =
        List.of(street(-40, 10), address("a", "12", -40, 10.001), address("b", "120", -40, 10.002));
    write("find", places, false);
    batch.tell("find");
    awaitFound("quux");
    TestClient anybody = TestClient.anonymous(port);
    for (String text : List.of("12 quux st", "Quux Street 12", "奎克斯街12号", "12 quxu")) {
      JsonNode items = anybody.get("/api/places?q=" + encoded(text)).json().path("items");
      assertThat(items.path(0).path("names").path("en").asString())
          .as(text)
          .isEqualTo("12 Quux Street");
      assertThat(items.path(0).path("names").path("zh").asString()).isEqualTo("奎克斯街12号");
      assertThat(items.path(1).path("names").path("en").asString()).isEqualTo("120 Quux Street");
    }
    JsonNode streets =
        anybody.get("/api/places?q=quux&bbox=-40.008,9.99,-40.006,10.02").json().path("items");
    assertThat(streets.path(0).path("kind").asString()).isEqualTo("STREET");
    assertThat(streets.path(0).path("lon").asDouble())
        .as("nearest to the view's middle")
        .isCloseTo(-40.007, within(1e-6));
    JsonNode unknown = anybody.get("/api/places?q=" + encoded("999 quux street")).json();
    assertThat(unknown.path("items").path(0).path("names").path("en").asString())
        .isEqualTo("Quux Street");
  }

  @Test
  void tellsTheExitsOfAStationOnceAndThoseOfAnotherAgain() {
    Map<String, String> names = Map.of("en", "Zyzzyva Square", "zh", "象甲广场");
    List<FoundPlace> places = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      places.add(
          new FoundPlace(
              "exit" + i, PlaceKind.POI, names, null, null, 70 + i * 1e-4, -30, List.of()));
    }
    places.add(new FoundPlace("other", PlaceKind.POI, names, null, null, 70.1, -30, List.of()));
    places.add(new FoundPlace("shop", PlaceKind.POI, names, null, "1 Main St", 70, -30, List.of()));
    write("exits", places, false);
    batch.tell("exits");
    awaitFound("zyzzyva");
    List<Place> found = gazetteer.search(new PlaceSearch("zyzzyva", null, null, 4));
    assertThat(found).hasSize(3);
    assertThat(found).extracting(Place::detail).containsOnlyOnce("1 Main St");
    assertThat(found).filteredOn(place -> place.lon() > 70.05).hasSize(1);
    FoundPlace elsewhere =
        new FoundPlace(
            "own",
            PlaceKind.POI,
            Map.of("en", "Zyzzyva Square"),
            null,
            "2 Main St",
            70.1001,
            -30,
            List.of());
    write("own", List.of(elsewhere), false);
    batch.tellNamed("own");
    await()
        .untilAsserted(
            () ->
                assertThat(gazetteer.search(new PlaceSearch("zyzzyva", null, null, 4)))
                    .as("what two sources know is told once")
                    .hasSize(3)
                    .extracting(Place::source)
                    .contains("exits"));
  }

  @Test
  void tellsAnAddressOnceThatSeveralObjectsHave() {
    Map<String, String> road = Map.of("en", "Frobnicate Road");
    List<FoundPlace> places = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      places.add(numbered(road, "shop" + i, "125", 20 + i * 2e-4));
    }
    places.add(numbered(road, "far", "125", 20.1));
    places.add(numbered(road, "next", "1251", 20));
    write("houses", places, false);
    batch.tell("houses");
    awaitFound("125 frobnicate");
    List<Place> found = gazetteer.search(new PlaceSearch("125 frobnicate rd", null, null, 8));
    assertThat(found).extracting(Place::number).containsExactly("125", "125", "1251");
    assertThat(found).filteredOn(place -> place.lon() > 20.05).hasSize(1);
  }

  private static FoundPlace numbered(
      Map<String, String> street, String code, String number, double lon) {
    return new FoundPlace(code, PlaceKind.ADDRESS, street, number, null, lon, 40, List.of());
  }

  @Test
  void writesOnlyWhatChangedAndTakesOutWhatIsGone() {
    List<FoundPlace> places = List.of(address("1", "1", 1, 2), address("2", "2", 1, 2));
    assertThat(write("again", places, true).created()).isEqualTo(2);
    assertThat(write("again", places, false).created()).as("the dry run left nothing").isEqualTo(2);
    assertThat(write("again", places, false).unchanged()).isEqualTo(2);
    ImportReport moved = write("again", List.of(places.getFirst(), address("2", "2", 1, 3)), false);
    assertThat(List.of(moved.created(), moved.changed(), moved.unchanged()))
        .containsExactly(0L, 1L, 1L);
    assertThat(batch.gone("again", Set.of("1"))).containsExactly("2");
    batch.remove("again", Set.of("2"));
    assertThat(batch.gone("again", Set.of("1"))).isEmpty();
  }

  @Test
  void namesAPointByTheNearestAddressAsBruteForceDoes() {
    Random random = new Random(134);
    List<FoundPlace> places = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      places.add(
          address(
              "near-" + i,
              Integer.toString(i),
              60 + random.nextDouble() * 0.02,
              50 + random.nextDouble() * 0.02));
    }
    write("near", places, false);
    for (int i = 0; i < 100; i++) {
      Coordinate point =
          new Coordinate(60 + random.nextDouble() * 0.03, 50 + random.nextDouble() * 0.03);
      FoundPlace nearest =
          places.stream().min(Comparator.comparingDouble(p -> metres(point, p))).orElseThrow();
      double metres = metres(point, nearest);
      var found = gazetteer.findNearest(point);
      assertThat(found.isPresent()).isEqualTo(metres <= Gazetteer.NEAR_METRES);
      found.ifPresent(
          near -> {
            assertThat(near.place().number()).isEqualTo(nearest.number());
            assertThat(near.place().metres()).isCloseTo(metres, within(0.5));
            assertThat(near.near()).isEqualTo(metres > Gazetteer.AT_METRES);
          });
    }
  }

  /** By distance alone the index goes through all there are for a point on the globe's far side. */
  @Test
  void readsNoAddressThatIsTooFarAwayToNameAPoint() {
    List<FoundPlace> places = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      places.add(address("antipode-" + i, Integer.toString(9_000 + i), 100 + i * 1e-4, 45));
    }
    write("antipode", places, false);
    long read =
        transactions.execute(
            _ -> {
              jdbc.sql("set local enable_seqscan = off").update();
              assertThat(gazetteer.findNearest(new Coordinate(-80, -45))).isEmpty();
              return jdbc.sql(
                      "select idx_tup_fetch from pg_stat_xact_user_tables where relname = 'place'")
                  .query(Long.class)
                  .single();
            });
    assertThat(read).isZero();
  }

  private static double metres(Coordinate point, FoundPlace place) {
    return Geodesic.metres(point.x, point.y, place.lon(), place.lat());
  }

  @Test
  void namesAPointByItsStreetWhereThereIsNoAddress() {
    write("lonely", List.of(street(80, -20)), false);
    var found = gazetteer.findNearest(new Coordinate(80.005, -20.001)).orElseThrow();
    assertThat(found.place().kind()).isEqualTo(PlaceKind.STREET);
    assertThat(found.place().metres()).isCloseTo(110.7, within(1.0));
    assertThat(found.near()).isTrue();
    assertThat(gazetteer.findNearest(new Coordinate(80.005, -20.01))).isEmpty();
  }

  @Test
  void tellsTheCellOnlyToThoseWhoSeeIt() {
    var district = ground.district(1, 1);
    var middle = district.centre(0);
    write("cell", List.of(address("in-cell", "777", middle.lon(), middle.lat())), false);
    String path = "/api/places/nearest?lon=" + middle.lon() + "&lat=" + middle.lat();
    TestClient operator =
        TestClient.withKey(port, people.key(Role.OPERATOR, district.top().path()));
    assertThat(operator.get(path).json().path("place").path("cell").path("code").asString())
        .isEqualTo(district.cells().getFirst().code());
    assertThat(TestClient.anonymous(port).get(path).json().path("place").path("cell").isNull())
        .isTrue();
  }

  @Test
  void refusesWhatCannotBeAsked() {
    TestClient anybody = TestClient.anonymous(port);
    for (String bad :
        List.of(
            "?q=%20",
            "?q=" + "x".repeat(201),
            "?q=a&bbox=1,2,3",
            "?q=a&bbox=3,2,1,4",
            "?q=a&bbox=1,2,NaN,4",
            "?q=a&near=1",
            "?q=a&near=x,y",
            "?q=a&near=200,1",
            "?q=a&limit=0",
            "?q=a&limit=51",
            "/nearest?lon=181&lat=0",
            "/nearest?lon=NaN&lat=0")) {
      TestClient.Answer answer = anybody.get("/api/places" + bad);
      assertThat(answer.status()).as(bad).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("place-question");
    }
    assertThat(anybody.get("/api/places").status()).isBetween(400, 422);
    for (String strange : List.of("%00", "'; drop table place;--", "%25_", "1 %", "\uD83D\uDE00")) {
      assertThat(anybody.get("/api/places?q=" + encoded(strange)).status()).isEqualTo(200);
    }
  }

  @Test
  void findsNothingOutsideWhatWasPut() {
    assertThat(gazetteer.search(new PlaceSearch("xyzzyx", new Envelope(0, 1, 0, 1), null, 5)))
        .isEmpty();
  }
}
