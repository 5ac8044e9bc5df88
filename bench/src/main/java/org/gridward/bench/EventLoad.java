package org.gridward.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports that come in all the time while the oldest are settled, so that the number of open ones
 * stays about the same. A server that is away is asked again.
 */
final class EventLoad implements AutoCloseable {

  private static final int CLIENTS = 4;
  private static final int OPEN_EACH = 500;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Installation installation;
  private final String key;
  private final Duration between;
  private final AtomicLong reported = new AtomicLong();
  private final AtomicLong settled = new AtomicLong();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean running = true;

  /**
   * @param perSecond reports in a second, all clients together; as many as the server takes where
   *     that is less
   */
  EventLoad(Installation installation, String key, int perSecond) {
    this.installation = installation;
    this.key = key;
    this.between = Duration.ofSeconds(CLIENTS).dividedBy(perSecond);
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofPlatform().daemon().start(this::work));
    }
  }

  /** Reports the server has acknowledged. */
  long reported() {
    return reported.get();
  }

  /** Incidents the server has settled. */
  long settled() {
    return settled.get();
  }

  private void work() {
    Deque<String> open = new ArrayDeque<>();
    while (running) {
      try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
        while (running) {
          step(connection, open);
        }
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE.toNanos()); // the server is away
      }
    }
  }

  private void step(HttpConnection connection, Deque<String> open) throws IOException {
    long due = System.nanoTime() + between.toNanos();
    HttpConnection.Answer answer =
        connection.post(
            "/api/incidents",
            "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
            IntakeBench.report(IntakeBench.randomCell()));
    if (answer.status() == 201) {
      open.add(JsonMapper.shared().readTree(answer.text()).path("id").asString());
      reported.incrementAndGet();
    }
    if (open.size() > OPEN_EACH) {
      settle(connection, open);
    }
    LockSupport.parkNanos(due - System.nanoTime());
  }

  /** The oldest; one that moved meanwhile has its turn again. */
  private void settle(HttpConnection connection, Deque<String> open) throws IOException {
    String id = open.remove();
    JsonNode incident = JsonMapper.shared().readTree(connection.get("/api/incidents/" + id).text());
    int status =
        connection
            .post(
                "/api/incidents/" + id + "/commands/settle",
                "",
                "{\"version\":%d,\"reason\":\"load\"}".formatted(incident.path("version").asLong()))
            .status();
    if (status < 300) {
      settled.incrementAndGet();
    } else {
      open.add(id);
    }
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    for (Thread client : clients) {
      client.join(10_000);
    }
  }
}
