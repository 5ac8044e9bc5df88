package org.gridward.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The same walk over every endpoint with the token of a wall: what is not named here is refused.
 */
@PostgisTest
class WallPermissionsIT {

  /** What a wall gets of its own district and of a foreign one. */
  private static final Map<String, List<Integer>> ALLOWED =
      Map.ofEntries(
          Map.entry("GET /", List.of(200, 200)),
          Map.entry("GET /signin", List.of(200, 200)),
          Map.entry("GET /wall", List.of(200, 200)),
          Map.entry("GET /api/session", List.of(200, 200)),
          Map.entry("POST /api/session", List.of(401, 401)),
          Map.entry("DELETE /api/session", List.of(204, 204)),
          Map.entry("GET /api/areas", List.of(200, 200)),
          Map.entry("GET /api/areas?parent=${area}", List.of(200, 404)),
          Map.entry("GET /api/areas/${cell}", List.of(200, 404)),
          Map.entry("GET /api/areas/${area}/cells.geojson", List.of(200, 404)),
          Map.entry("GET /api/categories", List.of(200, 200)),
          Map.entry("GET /api/facility-kinds", List.of(200, 200)),
          Map.entry("GET /api/facilities/map", List.of(200, 200)),
          Map.entry("GET /api/basemap", List.of(200, 200)),
          Map.entry("GET /api/basemap/none/0/0/0.mvt", List.of(404, 404)),
          Map.entry("GET /api/live/snapshot?area=${area}", List.of(200, 404)),
          Map.entry("GET /api/wall/figures?area=${area}", List.of(200, 404)),
          Map.entry("GET /api/wall/scenes", List.of(200, 200)));

  private static final Set<String> BY_SOCKET = Set.of("SUBSCRIBE", "SEND");

  @LocalServerPort int port;
  @Autowired Stage stage;

  private static List<Expectations.Row> rows() {
    return Expectations.load().stream().filter(row -> !BY_SOCKET.contains(row.method())).toList();
  }

  private static String name(Expectations.Row row) {
    return row.method() + " " + row.request();
  }

  @Test
  void everythingAllowedIsWalked() {
    Set<String> walked =
        rows().stream().map(WallPermissionsIT::name).collect(Collectors.toCollection(HashSet::new));
    assertThat(walked).containsAll(ALLOWED.keySet());
  }

  @TestFactory
  List<DynamicTest> aWallGetsNothingElse() {
    stage.at(port);
    TestClient own = TestClient.withKey(port, stage.wallToken(true).token());
    TestClient foreign = TestClient.withKey(port, stage.wallToken(false).token());
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(name(row), () -> check(row, own, foreign)))
        .toList();
  }

  private void check(Expectations.Row row, TestClient own, TestClient foreign) {
    List<Integer> expected = ALLOWED.getOrDefault(name(row), List.of(403, 403));
    assertThat(List.of(send(row, own), send(row, foreign))).as(name(row)).isEqualTo(expected);
  }

  private int send(Expectations.Row row, TestClient client) {
    String body = row.body().isEmpty() ? null : stage.fill(row.body());
    return client.send(row.method(), stage.fill(row.request()), body).status();
  }
}
