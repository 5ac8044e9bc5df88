package org.gridward.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostgisTest
class PermissionsIT {

  private static final Set<String> NOT_FOR_CALLERS = Set.of("/error");

  @LocalServerPort int port;
  @Autowired Endpoints endpoints;
  @Autowired Stage stage;

  @BeforeEach
  void begin() {
    stage.at(port);
  }

  @Test
  void everyEndpointStandsInATable() {
    Set<String> expected =
        Expectations.load().stream().map(Expectations.Row::key).collect(Collectors.toSet());
    List<String> missing =
        endpoints.list().stream()
            .filter(endpoint -> !NOT_FOR_CALLERS.contains(endpoint.pattern()))
            .map(Endpoints.Endpoint::key)
            .filter(key -> !expected.contains(key))
            .toList();
    assertThat(missing)
        .as("endpoints without a row in src/test/resources/permissions/*.txt")
        .isEmpty();
  }

  @TestFactory
  List<DynamicTest> everybodyGetsWhatTheTableSays() {
    stage.at(port);
    Set<String> there =
        endpoints.list().stream().map(Endpoints.Endpoint::key).collect(Collectors.toSet());
    return Expectations.load().stream()
        .filter(row -> there.contains(row.key()))
        .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)))
        .toList();
  }

  private void check(Expectations.Row row) {
    List<String> wrong = new ArrayList<>();
    for (Cast member : Cast.values()) {
      String expected = row.cells().get(member.ordinal());
      String body = row.body().isEmpty() ? null : stage.fill(row.body());
      var answer = stage.client(member).send(row.method(), stage.fill(row.request()), body);
      if (!fits(expected, answer)) {
        wrong.add(
            "%s: %d instead of %s %s".formatted(member, answer.status(), expected, answer.body()));
      }
    }
    assertThat(wrong).as(row.toString()).isEmpty();
  }

  private static int items(TestClient.Answer answer) {
    var json = answer.json();
    return json.path("items").size() + json.path("entries").size() + json.path("features").size();
  }

  /** {@code ok}: let in, whatever else may be wrong with the request. */
  private static boolean fits(String expected, TestClient.Answer answer) {
    int status = answer.status();
    return switch (expected) {
      case "some" -> status == 200 && items(answer) > 0;
      case "empty" -> status == 200 && items(answer) == 0;
      case "2xx" -> status >= 200 && status < 300;
      case "ok" -> status < 500 && status != 401 && status != 403 && status != 404;
      default -> status == Integer.parseInt(expected);
    };
  }
}
