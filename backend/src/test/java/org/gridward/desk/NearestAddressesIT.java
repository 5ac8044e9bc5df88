package org.gridward.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A house in the first cell of a district; nothing within reach of the last. */
@PostgisTest
class NearestAddressesIT {

  private static final Map<String, String> STREET = Map.of("en", "Quonk Street", "zh", "夸克街");
  private static District here;

  @LocalServerPort int port;
  @Autowired PlaceBatch batch;
  @Autowired Gazetteer gazetteer;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  private TestClient operator;

  @BeforeEach
  void write() {
    if (here == null) {
      here = ground.district(1, 12);
      LonLat at = here.centre(0);
      batch.write(
          "quonk",
          List.of(
              new FoundPlace(
                  "house", PlaceKind.ADDRESS, STREET, "7", null, at.lon(), at.lat(), List.of())),
          new Tally(),
          false);
      batch.tell("quonk");
    }
    await().until(() -> !gazetteer.search(new PlaceSearch("quonk 7", null, null, 5)).isEmpty());
    var login = people.user(Role.OPERATOR, here.top().path()).login();
    operator = TestClient.signedIn(port, login, TestPeople.PASSWORD);
  }

  private String report(Map<String, Object> place) {
    return operator
        .post("/api/incidents", Map.of("category", "other", "place", place))
        .json()
        .path("id")
        .asString();
  }

  private JsonNode get(String id) {
    return operator.get("/api/incidents/" + id).json();
  }

  @Test
  void namesAPointThatCameWithoutWords() {
    LonLat at = here.centre(0);
    String id = report(Map.of("lon", at.lon(), "lat", at.lat()));
    JsonNode told = get(id);
    assertThat(told.at("/address/names/en").asString()).isEqualTo("7 Quonk Street");
    assertThat(told.at("/address/names/zh").asString()).isEqualTo("夸克街7号");
    assertThat(told.at("/address/near").asBoolean()).isFalse();
    assertThat(told.path("placeText").isNull()).isTrue();
    for (String words : List.of("quonk", "夸克街7")) {
      JsonNode found = operator.get("/api/incidents?words=" + words).json().path("items");
      assertThat(found.valueStream().map(item -> item.path("id").asString())).contains(id);
    }
  }

  @Test
  void saysWhenTheAddressIsOnlyNear() {
    LonLat next = here.centre(1);
    String id = report(Map.of("lon", next.lon(), "lat", next.lat()));
    assertThat(get(id).at("/address/near").asBoolean()).isTrue();
  }

  @Test
  void leavesAloneWhatHasWordsOrNothingNear() {
    LonLat at = here.centre(0);
    LonLat far = here.centre(11);
    String worded = report(Map.of("lon", at.lon(), "lat", at.lat(), "text", "by the well"));
    String lonely = report(Map.of("lon", far.lon(), "lat", far.lat()));
    assertThat(get(worded).path("address").isNull()).isTrue();
    assertThat(get(lonely).path("address").isNull()).isTrue();
  }

  @Test
  void namesTheNewPointOfWhatIsMoved() {
    LonLat far = here.centre(11);
    String id = report(Map.of("lon", far.lon(), "lat", far.lat()));
    LonLat at = here.centre(0);
    Map<String, Object> body =
        Map.of(
            "version",
            get(id).path("version").asInt(),
            "place",
            Map.of("lon", at.lon(), "lat", at.lat()));
    operator.post("/api/incidents/" + id + "/commands/locate", body);
    assertThat(get(id).at("/address/names/en").asString()).isEqualTo("7 Quonk Street");
  }
}
