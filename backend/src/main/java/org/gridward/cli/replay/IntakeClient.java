package org.gridward.cli.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's public API as an intake system sees it: reports and settles incidents with an API
 * key. Waits and tries again while the server cannot be reached or asks for patience: every request
 * may be repeated. Thread-safe.
 */
final class IntakeClient implements AutoCloseable {

  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final int TRIES = 60;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final JsonMapper json = JsonMapper.builder().build();
  private final URI base;
  private final String key;
  private final boolean keepTimes;

  /**
   * @param keepTimes whether the server is told the times of the file, or takes its own
   */
  IntakeClient(URI base, String key, boolean keepTimes) {
    this.base = base;
    this.key = key;
    this.keepTimes = keepTimes;
  }

  Receipt report(PastReport report) throws IOException, InterruptedException {
    HttpRequest request =
        post("/api/incidents", body(report))
            .header("Idempotency-Key", header(report.key()))
            .build();
    HttpResponse<byte[]> answer = send(request);
    JsonNode receipt = read(answer);
    return new Receipt(
        receipt.path("id").asString(),
        receipt.path("version").asInt(0),
        answer.statusCode() == 201);
  }

  /** A header takes no Chinese: what is not plain ASCII goes as a UUID made of it. */
  private static String header(String key) {
    return key.chars().allMatch(c -> c >= ' ' && c <= '~')
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Map<String, Object> body(PastReport report) {
    Map<String, Object> place = new LinkedHashMap<>();
    if (report.lon() != null && report.lat() != null) {
      place.put("lon", report.lon());
      place.put("lat", report.lat());
    }
    if (!report.address().isEmpty()) {
      place.put("text", report.address());
    }
    Map<String, Object> body = new HashMap<>();
    body.put("category", report.category());
    body.put("place", place);
    body.put("description", report.description());
    if (report.id() != null) {
      body.put("externalId", report.id());
    }
    if (keepTimes) {
      body.put("reportedAt", report.created().toString());
    }
    return body;
  }

  /** Settles, or closes after feedback. */
  void command(String command, String incidentId, int version)
      throws IOException, InterruptedException {
    Map<String, Object> body =
        Map.of("version", version, "reason", "closed in the system the report came from");
    read(send(post("/api/incidents/" + incidentId + "/commands/" + command, body).build()));
  }

  /** Version and stage now. */
  JsonNode get(String incidentId) throws IOException, InterruptedException {
    return read(send(request("/api/incidents/" + incidentId).GET().build()));
  }

  private HttpRequest.Builder post(String path, Map<String, Object> body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + key);
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (!LATER.contains(answer.statusCode()) || attempt == TRIES) {
          return answer;
        }
      } catch (IOException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
      Thread.sleep(Math.min(100L * attempt, 2_000));
    }
  }

  private JsonNode read(HttpResponse<byte[]> answer) {
    JsonNode node;
    try {
      node = json.readTree(answer.body());
    } catch (JacksonException e) {
      node = json.createObjectNode();
    }
    if (answer.statusCode() >= 300) {
      throw new ServerRefused(answer.statusCode(), node);
    }
    return node;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
