package org.gridward.cli.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A simulated grid worker with a phone: walks along the streets, looks at the phone, accepts or now
 * and then refuses, goes there, handles it, says so. One {@link #step} every two seconds.
 */
final class DemoWorker {

  private static final double METRES_PER_STEP = 24;
  private static final List<String> REFUSALS =
      List.of("Blocked by road works, too far to walk", "Busy with a resident", "Radio is broken");
  private static final List<String> NOTES =
      List.of(
          "Cleared and swept.",
          "Spoke with both sides, settled.",
          "Fenced off and reported to the repair crew; done.",
          "Checked on site, fixed with the tools at hand.");

  private final DemoClient phone;
  private final List<Spot> beat;
  private final RandomGenerator random;
  private final Clock clock;
  private final Map<String, Instant> until = new HashMap<>();
  private final DemoWalk walk;

  /**
   * @param beat the houses among which the worker walks when nothing is to be done
   */
  DemoWorker(
      DemoClient phone, DemoGround ground, List<Spot> beat, RandomGenerator random, Clock clock) {
    this.phone = phone;
    this.beat = beat;
    this.random = random;
    this.clock = clock;
    this.walk = new DemoWalk(ground, beat.get(random.nextInt(beat.size())));
  }

  void goOnDuty() throws IOException, InterruptedException {
    phone.put("/api/workers/me/duty", Map.of("on", true));
  }

  void step() throws IOException, InterruptedException {
    JsonNode mine = phone.get("/api/assignments/mine").path("items");
    JsonNode work = null;
    for (JsonNode assignment : mine) {
      if (assignment.path("state").asString().equals("OFFERED")) {
        answer(assignment);
      } else if (work == null) {
        work = assignment;
      }
    }
    if (work != null) {
      workOn(work);
    }
    move(work != null);
  }

  private void answer(JsonNode offer) throws IOException, InterruptedException {
    String id = offer.path("id").asString();
    Instant at = until.get(id);
    if (at == null) {
      tell(id, "received", Map.of());
      until.put(id, clock.instant().plusSeconds(random.nextInt(4, 14)));
    } else if (clock.instant().isAfter(at)) {
      until.remove(id);
      tell(id, "opened", Map.of());
      if (random.nextInt(10) == 0) {
        tell(id, "refuse", Map.of("reason", pick(REFUSALS)));
      } else {
        tell(id, "accept", Map.of());
      }
    }
  }

  private void workOn(JsonNode work) throws IOException, InterruptedException {
    String id = work.path("id").asString();
    Spot place = place(work.path("incident"));
    if (work.path("state").asString().equals("ACCEPTED")) {
      walk.headFor(place == null ? walk.spot() : place);
      if (walk.isThere()) {
        tell(id, "arrive", Map.of());
        until.put(id, clock.instant().plus(Duration.ofSeconds(random.nextInt(12, 40))));
      }
    } else if (!clock.instant().isBefore(until.getOrDefault(id, Instant.MIN))) {
      until.remove(id);
      tell(id, "done", Map.of("note", pick(NOTES)));
    }
  }

  private static @Nullable Spot place(JsonNode incident) {
    return incident.path("lon").isNumber()
        ? new Spot(incident.path("lon").asDouble(), incident.path("lat").asDouble())
        : null;
  }

  private void move(boolean working) throws IOException, InterruptedException {
    if (!working && walk.isThere()) {
      walk.headFor(pick(beat));
    }
    walk.go(working ? 2 * METRES_PER_STEP : METRES_PER_STEP);
    phone.post(
        "/api/positions",
        Map.of(
            "positions",
            List.of(
                Map.of(
                    "lon", walk.spot().lon(),
                    "lat", walk.spot().lat(),
                    "at", clock.instant().toString(),
                    "accuracyMetres", 8,
                    "headingDegrees", walk.headingDegrees()))));
  }

  private void tell(String id, String step, Map<String, Object> body)
      throws IOException, InterruptedException {
    try {
      phone.post("/api/assignments/" + id + "/" + step, body);
    } catch (DemoClient.Refused e) {
      // Recalled or timed out meanwhile: the next look at the phone shows what is left.
      if (e.status() != 409 && e.status() != 404) {
        throw e;
      }
    }
  }

  private <T> T pick(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }
}
