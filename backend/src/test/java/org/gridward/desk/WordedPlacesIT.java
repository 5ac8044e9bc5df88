package org.gridward.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.gazetteer.Gazetteer;
import org.gridward.gazetteer.PlaceBatch;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.PlaceKind;
import org.gridward.gis.places.PlaceSearch;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.grid.TestGround.LonLat;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One street with a house in each of two districts, and one name that both have. */
@PostgisTest
class WordedPlacesIT {

  private static final Map<String, String> STREET = Map.of("en", "Zyxwort Street", "zh", "怪鱼街");
  private static final Map<String, String> PARK = Map.of("en", "Vlim Park", "zh", "维林公园");
  private static boolean written;
  private static District here;
  private static District there;

  @LocalServerPort int port;
  @Autowired PlaceBatch batch;
  @Autowired Gazetteer gazetteer;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired WordedPlaces worded;

  @BeforeEach
  void write() {
    if (!written) {
      written = true;
      here = ground.district(2, 2);
      there = ground.district(1, 1);
      LonLat one = here.centre(0);
      LonLat other = there.centre(0);
      List<FoundPlace> places = new ArrayList<>();
      places.add(place("house", PlaceKind.ADDRESS, STREET, "12", one));
      places.add(place("park-a", PlaceKind.POI, PARK, null, one));
      places.add(place("park-b", PlaceKind.POI, PARK, null, other));
      batch.write("worded", places, new Tally(), false);
      batch.tell("worded");
    }
    await().until(() -> !gazetteer.search(new PlaceSearch("vlim park", null, null, 5)).isEmpty());
  }

  private static FoundPlace place(
      String code, PlaceKind kind, Map<String, String> names, String number, LonLat at) {
    return new FoundPlace(code, kind, names, number, null, at.lon(), at.lat(), List.of());
  }

  private TestClient operator(AreaPath area) {
    return TestClient.signedIn(port, people.user(Role.OPERATOR, area).login(), TestPeople.PASSWORD);
  }

  private long told(String words) {
    TestClient resident = TestClient.anonymous(port);
    resident.get("/api/session");
    return resident
        .post("/api/incidents", Map.of("category", "noise", "place", Map.of("text", words)))
        .json()
        .path("number")
        .asLong();
  }

  private static JsonNode find(TestClient operator, long number) {
    return operator
        .get("/api/incidents?placement=NEEDS_LOCATING&words=%23" + number)
        .json()
        .at("/items/0");
  }

  @Test
  void wordedReportsReachTheOperatorsOfTheGroundThatTheyName() {
    TestClient near = operator(here.communities().getFirst().path());
    TestClient beside = operator(here.communities().get(1).path());
    for (String words : List.of("in front of 12 Zyxwort Street, near the bakery", "怪鱼街12号门口有积水")) {
      long number = told(words);
      JsonNode item = find(near, number);
      assertThat(item.path("areaPath").asString())
          .as(words)
          .isEqualTo(here.communities().getFirst().path().value());
      assertThat(item.path("placement").asString()).isEqualTo("NEEDS_LOCATING");
      assertThat(find(beside, number).isMissingNode()).isTrue();
      String id = item.path("id").asString();
      JsonNode first =
          near.get("/api/incidents/" + id + "/place-suggestions").json().at("/items/0");
      assertThat(first.at("/names/en").asString()).isEqualTo("12 Zyxwort Street");
      assertThat(first.at("/cell/id").asLong()).isEqualTo(here.cells().getFirst().id());
      JsonNode located =
          near.post(
                  "/api/incidents/" + id + "/commands/locate",
                  Map.of(
                      "version",
                      item.path("version").asInt(),
                      "place",
                      Map.of("lon", first.path("lon"), "lat", first.path("lat"))))
              .json();
      assertThat(located.path("placement").asString()).isEqualTo("IN_CELL");
      assertThat(find(near, number).isMissingNode()).isTrue();
      assertThat(beside.get("/api/incidents/" + id + "/place-suggestions").status()).isEqualTo(404);
    }
  }

  @Test
  void findsANameInALongTextToo() {
    String long1 = "the lamps have been out for several weeks now and nobody came to look at them ";
    String text = long1 + long1 + "near 12 Zyxwort Street where " + long1 + long1;
    assertThat(worded.list(text))
        .extracting(place -> place.labels().get("en"))
        .containsExactly("12 Zyxwort Street");
    String chinese = "小区门口的路灯坏了，对面的店和院里的水站也停了，南边的桥头和北边的巷口都黑了，";
    assertThat(worded.list(chinese + chinese + "怪鱼街12号积水，" + chinese))
        .extracting(place -> place.labels().get("zh"))
        .containsExactly("怪鱼街12号");
  }

  @Test
  void whatCouldBeAnywhereStaysWithTheWholeInstallation() {
    TestClient everywhere = operator(AreaPath.ROOT);
    for (String words : List.of("at Vlim Park", "behind the blue door", "Zyxwort Streets")) {
      JsonNode item = find(everywhere, told(words));
      assertThat(item.path("areaPath").asString()).as(words).isEmpty();
    }
    assertThat(worded.list("维林公园旁")).hasSize(2);
    assertThat(worded.list("nothing here")).isEmpty();
  }
}
