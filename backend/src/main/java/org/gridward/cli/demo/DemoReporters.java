package org.gridward.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Simulated residents: each step one of them reports something, somewhere. */
final class DemoReporters {

  private static final List<String> WORDS =
      List.of(
          "Since this morning, and it is getting worse.",
          "Right beside the bus stop.",
          "Neighbours have noticed it too.",
          "Children play here, please hurry.",
          "It was reported last month as well.",
          "In front of the market.");

  private final DemoClient browser;
  private final DemoGround ground;
  private final RandomGenerator random;
  private final List<String> categories;

  DemoReporters(DemoClient browser, DemoGround ground, RandomGenerator random)
      throws IOException, InterruptedException {
    this.browser = browser;
    this.ground = ground;
    this.random = random;
    this.categories =
        browser
            .get("/api/categories")
            .path("items")
            .valueStream()
            .map((JsonNode category) -> category.path("code").asString())
            .toList();
  }

  void step() throws IOException, InterruptedException {
    Spot spot = ground.somewhere(random);
    browser.post(
        "/api/incidents",
        Map.of(
            "category", categories.get(random.nextInt(categories.size())),
            "place", Map.of("lon", spot.lon(), "lat", spot.lat()),
            "description", WORDS.get(random.nextInt(WORDS.size())),
            "externalId", "demo-" + UUID.randomUUID()));
  }
}
