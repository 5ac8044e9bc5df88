package org.gridward.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@PostgisTest
class SavedFilterIT {

  private static final String PATH = "/api/saved-filters";

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;

  private District district;
  private TestClient operator;
  private TestClient colleague;

  @BeforeEach
  void meet() {
    district = ground.district(1, 2);
    operator = signedIn(district.top().path());
    colleague = signedIn(district.top().path());
  }

  private TestClient signedIn(AreaPath area) {
    return TestClient.signedIn(port, people.user(Role.OPERATOR, area).login(), TestPeople.PASSWORD);
  }

  private JsonNode save(String name, Map<String, Object> filter) {
    return operator.post(PATH, Map.of("name", name, "filter", filter)).json();
  }

  @Test
  void keepsFiltersOfOneUserInTheOrderTheyWereMade() {
    save("夜班", Map.of("severity", List.of("HIGH"), "words", "运河"));
    save("Late here", Map.of("late", true, "stage", List.of("FILED")));
    JsonNode items = operator.get(PATH).json().path("items");
    assertThat(items.findValuesAsString("name")).containsExactly("夜班", "Late here");
    assertThat(items.at("/0/filter/words").asString()).isEqualTo("运河");
    assertThat(items.at("/0/filter").has("late")).isFalse();
    assertThat(colleague.get(PATH).json().path("items")).isEmpty();
    long id = items.at("/0/id").asLong();
    assertThat(colleague.delete(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(operator.delete(PATH + "/" + id).status()).isEqualTo(204);
    assertThat(operator.get(PATH).json().path("items")).hasSize(1);
  }

  @Test
  void theSameNameAgainReplacesAndAnOldVersionIsRefused() {
    JsonNode first = save("mine", Map.of("late", true));
    JsonNode second = save("mine", Map.of("late", false));
    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(second.path("version").asInt()).isEqualTo(1);
    String path = PATH + "/" + first.path("id").asLong();
    Map<String, Object> body = Map.of("name", "ours", "filter", Map.of(), "version", 0);
    assertThat(operator.put(path, body).code()).isEqualTo("changed-meanwhile");
    assertThat(colleague.put(path, body).status()).isEqualTo(404);
    save("ours", Map.of());
    body = Map.of("name", "ours", "filter", Map.of(), "version", 1);
    assertThat(operator.put(path, body).code()).isEqualTo("filter-name-taken");
    body = Map.of("name", "theirs", "filter", Map.of(), "version", 1);
    assertThat(operator.put(path, body).json().path("name").asString()).isEqualTo("theirs");
  }

  @Test
  void refusesWhatIsNoFilterAndTooMany() {
    assertThat(operator.post(PATH, Map.of("name", " ", "filter", Map.of())).status())
        .isEqualTo(422);
    assertThat(
            operator
                .post(PATH, Map.of("name", "a", "filter", Map.of("words", "x".repeat(201))))
                .code())
        .isEqualTo("bad-filter");
    assertThat(operator.post(PATH, Map.of("name", "a", "filter", Map.of("worn", 1))).status())
        .isBetween(400, 422);
    for (int i = 0; i < SavedFilters.MOST; i++) {
      save("filter " + i, Map.of());
    }
    assertThat(operator.post(PATH, Map.of("name", "more", "filter", Map.of())).code())
        .isEqualTo("too-many-filters");
    assertThat(operator.post(PATH, Map.of("name", "filter 3", "filter", Map.of())).status())
        .isEqualTo(201);
  }

  @Test
  void theQueueIsNarrowedByTheAddress() {
    var at = district.centre(0);
    for (String what : List.of("a lamp by the canal", "a bench")) {
      operator.post(
          "/api/incidents",
          Map.of(
              "category",
              "other",
              "severity",
              what.contains("lamp") ? "HIGH" : "LOW",
              "description",
              what,
              "place",
              Map.of("lon", at.lon(), "lat", at.lat())));
    }
    assertThat(found("?words=LAMP")).containsExactly("a lamp by the canal");
    assertThat(found("?words=lamp%20bench")).isEmpty();
    assertThat(found("?severity=LOW,NORMAL&category=other,noise")).containsExactly("a bench");
    assertThat(found("?category=noise")).isEmpty();
    assertThat(found("?words=something%20else")).hasSize(2);
    assertThat(found("?worker=99999999")).isEmpty();
    assertThat(operator.get("/api/incidents?words=lamp").json().path("cursor").asString())
        .isNotBlank();
    JsonNode counts = operator.get("/api/incidents/count?words=lamp").json();
    assertThat(counts.path("total").asInt()).isEqualTo(1);
    assertThat(operator.get("/api/incidents?severity=WORST").code()).isEqualTo("bad-filter");
    assertThat(operator.get("/api/incidents?placement=NOWHERE").status()).isEqualTo(400);
    assertThat(operator.get("/api/incidents?words=" + "x".repeat(1001)).status()).isEqualTo(422);
  }

  private List<String> found(String query) {
    return operator
        .get("/api/incidents" + query)
        .json()
        .path("items")
        .findValuesAsString("description");
  }
}
