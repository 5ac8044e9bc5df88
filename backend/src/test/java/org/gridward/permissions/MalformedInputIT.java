package org.gridward.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostgisTest
class MalformedInputIT {

  private static final String JSON = "application/json";

  @LocalServerPort int port;
  @Autowired Endpoints endpoints;
  @Autowired Stage stage;

  @TestFactory
  List<DynamicTest> everyBodyThatIsNotWhatItShouldBeIsExplained() {
    stage.at(port);
    TestClient caller = stage.everything();
    return endpoints.list().stream()
        .filter(endpoint -> endpoint.body() != null)
        .map(
            endpoint ->
                DynamicTest.dynamicTest(endpoint.key(), () -> sendNonsense(endpoint, caller)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> everyPathVariableThatIsNoIdIsExplained() {
    stage.at(port);
    TestClient caller = stage.everything();
    return endpoints.list().stream()
        .filter(endpoint -> endpoint.pattern().contains("{"))
        .map(
            endpoint ->
                DynamicTest.dynamicTest(
                    endpoint.key(),
                    () -> {
                      for (String id : List.of("x", "-1", "99999999999999999999", "%F0%9F%98%80")) {
                        String path = endpoint.pattern().replaceAll("\\{[^}]+}", id);
                        String body = endpoint.body() == null ? null : "{}";
                        explained(caller.send(endpoint.method(), path, body), path);
                      }
                    }))
        .toList();
  }

  private void sendNonsense(Endpoints.Endpoint endpoint, TestClient caller) {
    String path = endpoint.pattern().replaceAll("\\{[^}]+}", "1");
    bodies(endpoint.body())
        .forEach((what, body) -> explained(caller.send(endpoint.method(), path, body, JSON), what));
    byte[] object = "{}".getBytes(StandardCharsets.UTF_8);
    explained(caller.send(endpoint.method(), path, object, "application/xml"), "wrong media type");
  }

  private static Map<String, byte[]> bodies(Class<?> type) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    for (String text :
        List.of(
            "",
            "{",
            "{\"a\":",
            "null",
            "[]",
            "1",
            "\"text\"",
            "{}x",
            "{\"noSuchThing\":1}",
            "{\"noSuchThing\":1,\"noSuchThing\":2}",
            "[".repeat(5_000),
            "not json")) {
      bodies.put(
          text.length() > 40 ? text.substring(0, 40) : text, text.getBytes(StandardCharsets.UTF_8));
    }
    Random random = new Random(7);
    for (int i = 0; i < 5; i++) {
      byte[] bytes = new byte[200];
      random.nextBytes(bytes);
      bodies.put("random bytes " + i, bytes);
    }
    bodies.put(
        "5 MB",
        ("{\"noSuchThing\":\"" + "x".repeat(5_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        addWrongValues(bodies, component);
      }
    }
    return bodies;
  }

  private static void addWrongValues(Map<String, byte[]> bodies, RecordComponent component) {
    boolean text = component.getType() == String.class;
    List<String> wrong =
        text
            ? List.of(
                "{}",
                "[]",
                "1",
                "true",
                "\"" + "x".repeat(1_000_000) + "\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"")
            : List.of(
                "\"\\u0000\"",
                "\"nonsense\"",
                "{\"noSuchThing\":1}",
                "[[]]",
                "1e400",
                "{\"a\":[1,{}]}");
    List<String> names = new ArrayList<>(List.of(component.getName()));
    for (String name : names) {
      for (String value : wrong) {
        String label = name + "=" + (value.length() > 30 ? value.substring(0, 30) : value);
        bodies.put(label, ("{\"" + name + "\":" + value + "}").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void explained(TestClient.Answer answer, String what) {
    assertThat(answer.status()).as("%s: %s", what, answer.body()).isBetween(400, 499);
    assertThat(answer.header("content-type")).as(what).startsWith("application/problem+json");
    var problem = answer.json();
    assertThat(problem.path("code").asString("")).as(what).isNotBlank();
    assertThat(problem.path("detail").asString("")).as(what).isNotBlank();
    assertThat(problem.path("requestId").asString("")).as(what).isNotBlank();
    assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ", "org.gridward");
  }
}
