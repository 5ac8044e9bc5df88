package org.gridward.cli.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A simulated operator, slower than a visitor: files what nobody has filed for a while and closes
 * what has been fed back for a while.
 */
final class DemoOperator {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final DemoClient browser;
  private final Clock clock;
  private final Map<String, Instant> seen = new HashMap<>();

  DemoOperator(DemoClient browser, Clock clock) {
    this.browser = browser;
    this.clock = clock;
  }

  void step() throws IOException, InterruptedException {
    act("COLLECTED", "file", Map.of());
    act("FED_BACK", "close", Map.of("reason", "Verified by telephone."));
  }

  private void act(String stage, String command, Map<String, Object> words)
      throws IOException, InterruptedException {
    JsonNode found = browser.get("/api/incidents?limit=50&stage=" + stage).path("items");
    for (JsonNode incident : found) {
      String id = incident.path("id").asString();
      Instant since = seen.computeIfAbsent(stage + id, key -> clock.instant());
      if (clock.instant().isAfter(since.plus(PATIENCE))) {
        seen.remove(stage + id);
        Map<String, Object> body = new HashMap<>(words);
        body.put("version", incident.path("version").asInt());
        command(id, command, body);
      }
    }
  }

  private void command(String id, String command, Map<String, Object> body)
      throws IOException, InterruptedException {
    try {
      browser.post("/api/incidents/" + id + "/commands/" + command, body);
    } catch (DemoClient.Refused e) {
      if (e.status() >= 500) {
        throw e;
      }
      // Somebody was quicker.
    }
  }
}
