package org.gridward.kill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports as a client with a bad line does: each report is sent with its key until it is
 * acknowledged.
 */
final class PersistentReporter implements Runnable {

  /** What the server has acknowledged: idempotency key to incident id. */
  static final Map<String, String> ACKNOWLEDGED = new ConcurrentHashMap<>();

  private final HttpClient client;
  private final int port;
  private final String key;
  private final BooleanSupplier going;

  PersistentReporter(HttpClient client, int port, String key, BooleanSupplier going) {
    this.client = client;
    this.port = port;
    this.key = key;
    this.going = going;
  }

  @Override
  public void run() {
    while (going.getAsBoolean()) {
      String idempotencyKey = UUID.randomUUID().toString();
      String report = report();
      while (!acknowledged(idempotencyKey, report)) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    }
  }

  private boolean acknowledged(String idempotencyKey, String report) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/incidents"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .timeout(Duration.ofSeconds(10))
            .POST(HttpRequest.BodyPublishers.ofString(report))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        return false;
      }
      String id = JsonMapper.shared().readTree(answer.body()).get("id").asString();
      ACKNOWLEDGED.put(idempotencyKey, id);
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String report() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return String.format(
        Locale.ROOT,
        "{\"category\":\"street-light\",\"place\":{\"lon\":%.6f,\"lat\":%.6f},\"description\":\"dark\"}",
        10 + random.nextDouble(0.0001, 0.0299),
        50 + random.nextDouble(0.0001, 0.0299));
  }
}
