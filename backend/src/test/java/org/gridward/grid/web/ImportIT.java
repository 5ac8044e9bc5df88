package org.gridward.grid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gridward.grid.Areas;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestClient.Answer;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file from the administrator's page: previewed, checked, taken in. */
@PostgisTest
class ImportIT {

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Areas areas;
  @LocalServerPort int port;
  private TestClient administrator;
  private District district;

  @BeforeEach
  void signIn() {
    district = ground.district(1, 1);
    administrator = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, AreaPath.ROOT));
  }

  private String file(String code) {
    double w = district.west();
    double s = district.south() + 0.2;
    return """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"code": "%1$s-1", "name": "One", "above": "%2$s"},
       "geometry": {"type": "Polygon", "coordinates": [[[%3$s,%4$s],[%5$s,%4$s],[%5$s,%6$s],[%3$s,%6$s],[%3$s,%4$s]]]}},
      {"type": "Feature", "properties": {"code": "%1$s-2", "name": "Two", "above": "nobody"},
       "geometry": {"type": "Polygon", "coordinates": [[[%5$s,%4$s],[%7$s,%4$s],[%7$s,%6$s],[%5$s,%6$s],[%5$s,%4$s]]]}}]}
    """
        .formatted(code, district.top().code(), w, s, w + .001, s + .001, w + .002);
  }

  private String upload(String content) {
    Answer sent =
        administrator.send("POST", "/api/area-imports?name=new%20ground.geojson", content);
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    return "/api/area-imports/" + sent.json().at("/id").asString();
  }

  private Map<String, Object> choice(boolean dryRun) {
    Map<String, Object> choice = new HashMap<>();
    choice.put("level", "community");
    choice.put("code", "code");
    choice.put("name", "name");
    choice.put("parent", "above");
    choice.put("dryRun", dryRun);
    return choice;
  }

  private Answer run(String path, Map<String, Object> choice) {
    Awaitility.await()
        .until(() -> administrator.post(path + "/runs", choice).status(), status -> status == 202);
    return Awaitility.await()
        .until(
            () -> administrator.get(path),
            answer -> !answer.json().at("/state").asString().equals("running"));
  }

  /** A city's cells are tens of megabytes; other bodies have four at most. */
  @Test
  void takesAFileThatIsLongerThanOtherBodies() {
    String file = upload(file("L" + district.top().code()) + " ".repeat(5_000_000));
    assertThat(administrator.get(file + "/preview").json().at("/count").asInt()).isEqualTo(2);
  }

  @Test
  void previewsChecksAndTakesIn() {
    String code = "I" + district.top().code();
    String path = upload(file(code));
    var preview = administrator.get(path + "/preview").json();
    assertThat(preview.at("/columns").valueStream().map(one -> one.asString()))
        .containsExactly("code", "name", "above");
    assertThat(preview.at("/rows/1/name").asString()).isEqualTo("Two");
    assertThat(preview.at("/shapes").size()).isEqualTo(2);
    assertThat(preview.at("/looked").asInt()).isEqualTo(2);
    preview
        .at("/facts")
        .forEach(
            facts -> {
              boolean parent = facts.at("/name").asString().equals("above");
              assertThat(facts.at("/filled").asInt()).isEqualTo(2);
              assertThat(facts.at("/distinct").asInt()).isEqualTo(2);
              assertThat(facts.at("/areas").asInt()).isEqualTo(parent ? 1 : 0);
            });
    assertThat(preview.at("/bbox/0").asDouble()).isEqualTo(district.west());

    var checked = run(path, choice(true)).json();
    assertThat(checked.at("/state").asString()).isEqualTo("done");
    assertThat(checked.at("/created").asInt()).isEqualTo(1);
    assertThat(checked.at("/faulty").asInt()).isEqualTo(1);
    assertThat(checked.at("/faults/0/code").asString()).isEqualTo("parent-unknown");
    assertThat(areas.findByCode(code + "-1")).isEmpty();

    assertThat(run(path, choice(false)).json().at("/created").asInt()).isEqualTo(1);
    Awaitility.await().until(() -> areas.findByCode(code + "-1").isPresent());
    assertThat(administrator.get(path + "/report").json().at("/faults/0/message").asString())
        .contains("nobody");
    assertThat(run(path, choice(false)).json().at("/unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void saysWhatIsWrong() {
    String path = upload(file("J" + district.top().code()));
    Map<String, Object> missing = choice(true);
    missing.put("code", "no such column");
    assertThat(run(path, missing).json().at("/code").asString()).isEqualTo("column-missing");
    assertThat(administrator.get(path + "/preview?crs=EPSG:1").status()).isEqualTo(422);
    assertThat(
            administrator.get(path + "/preview?encoding=none-such").json().at("/code").asString())
        .isEqualTo("encoding-unknown");
    String broken = upload("this is no map");
    assertThat(administrator.get(broken + "/preview").status()).isEqualTo(422);
    assertThat(administrator.get(broken).json().at("/code").asString()).isEqualTo("upload-unknown");
    TestClient other = TestClient.withKey(port, people.key(Role.ADMINISTRATOR, AreaPath.ROOT));
    assertThat(other.get(path + "/preview").status()).isEqualTo(404);
  }

  @Test
  void takesAFileWhateverItsName() {
    String name = URLEncoder.encode("网格".repeat(60) + ".geojson", StandardCharsets.UTF_8);
    Answer sent =
        administrator.send(
            "POST", "/api/area-imports?name=" + name, file("N" + district.top().code()));
    assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    String path = "/api/area-imports/" + sent.json().at("/id").asString();
    assertThat(administrator.get(path + "/preview").json().at("/count").asInt()).isEqualTo(2);
  }
}
