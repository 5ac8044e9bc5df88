package org.gridward.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Simulated residents: each step one of them reports something, somewhere; often at first, for
 * those who have just begun to look, then seldom, so that the year before stays what screens show.
 */
final class DemoReporters {

  private static final int OFTEN_STEPS = 50;
  private static final int SELDOM_ONE_IN = 8;

  private static final List<String> WORDS =
      List.of(
          "今天早上开始的，越来越严重。 Since this morning, and it is getting worse.",
          "就在公交站旁边。 Right beside the bus stop.",
          "邻居们也注意到了。 Neighbours have noticed it too.",
          "这里有孩子玩耍，请尽快处理。 Children play here, please hurry.",
          "上个月也反映过。 It was reported last month as well.",
          "在菜市场门口。 In front of the market.");

  private final DemoClient browser;
  private final DemoGround ground;
  private final RandomGenerator random;
  private final List<String> categories;
  private int steps;

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
    if (++steps > OFTEN_STEPS && random.nextInt(SELDOM_ONE_IN) > 0) {
      return;
    }
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
