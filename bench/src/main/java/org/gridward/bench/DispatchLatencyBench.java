package org.gridward.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * S2: from the report being sent to its assignment on the worker's socket, at 50 reports a second
 * with 2,000 workers connected. Beside it, the floor of this machine: the same report's HTTP
 * answer, which includes its commit but no dispatch.
 */
final class DispatchLatencyBench {

  private static final int WORKERS = 2_000;
  private static final int PER_SECOND = 50;
  private static final int WARM_UP = 10 * PER_SECOND;
  private static final int MEASURED = 60 * PER_SECOND;
  private static final Pattern OFFERED =
      Pattern.compile(
          "\"kind\":\"assignment\\.offered\"[^{]*?.*?\"incidentId\":\"([0-9a-f-]{36})\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final Installation installation;
  private final String operatorKey;
  private final Map<String, Long> arrived = new ConcurrentHashMap<>();

  DispatchLatencyBench(Installation installation, String operatorKey) {
    this.installation = installation;
    this.operatorKey = operatorKey;
  }

  void run(Figures figures) throws Exception {
    List<String> keys = workerKeys();
    putOnDuty(keys);
    List<WebSocket> sockets = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2);
        HttpClient client = HttpClient.newBuilder().executor(threads).build()) {
      for (String key : keys) {
        sockets.add(
            StompSocket.open(
                client, installation.port(), key, "/user/queue/assignments", this::arrived));
      }
      System.out.println("  " + sockets.size() + " workers connected");
      measure(figures);
      sockets.forEach(WebSocket::abort);
    }
  }

  private List<String> workerKeys() throws Exception {
    List<String> keys = new ArrayList<>();
    try (Connection connection = installation.database();
        var insert =
            connection.prepareStatement(
                "insert into api_key (user_id, label, digest, created_at)"
                    + " select id, 'bench', ?, now() from app_user where login = ?")) {
      for (int i = 0; i < WORKERS; i++) {
        String token = "gw_bench_" + UUID.randomUUID();
        insert.setBytes(1, Installation.sha256(token));
        insert.setString(2, MadeUpCity.login(i));
        insert.addBatch();
        keys.add(token);
      }
      insert.executeBatch();
    }
    return keys;
  }

  private void putOnDuty(List<String> keys) throws IOException {
    for (String key : keys) {
      try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
        HttpConnection.Answer answer = connection.put("/api/workers/me/duty", "{\"on\":true}");
        if (answer.status() >= 300) {
          throw new IOException("duty: " + answer.status() + " " + answer.text());
        }
      }
    }
  }

  private void arrived(String body) {
    long now = System.nanoTime();
    Matcher matcher = OFFERED.matcher(body);
    while (matcher.find()) {
      arrived.putIfAbsent(matcher.group(1), now);
    }
  }

  private record Sent(String incident, long sentNanos, long answeredNanos) {}

  private void measure(Figures figures) throws Exception {
    List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    try (Reporters reporters = new Reporters(8)) {
      long interval = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
      long start = System.nanoTime();
      List<Future<Sent>> answers = new ArrayList<>();
      for (int i = 0; i < WARM_UP + MEASURED; i++) {
        long due = start + i * interval;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        answers.add(reporters.report(i % WORKERS));
      }
      for (Future<Sent> answer : answers) {
        sent.add(answer.get(30, TimeUnit.SECONDS));
      }
    }
    awaitArrivals(sent);
    report(figures, sent.subList(WARM_UP, sent.size()));
  }

  private void awaitArrivals(List<Sent> sent) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (System.nanoTime() < limit
        && sent.stream().anyMatch(s -> !arrived.containsKey(s.incident))) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  private void report(Figures figures, List<Sent> measured) throws IOException {
    List<Sent> lost = measured.stream().filter(s -> !arrived.containsKey(s.incident)).toList();
    Latencies toSocket =
        new Latencies(
            measured.stream()
                .filter(s -> arrived.containsKey(s.incident))
                .map(s -> arrived.getOrDefault(s.incident, Long.MAX_VALUE) - s.sentNanos)
                .toList());
    Latencies answer =
        new Latencies(measured.stream().map(s -> s.answeredNanos - s.sentNanos).toList());
    boolean reached =
        lost.isEmpty()
            && toSocket.quantile(0.5).toMillis() <= 15
            && toSocket.quantile(0.99).toMillis() <= 100;
    figures.add(
        new Figures.Figure(
            "S2",
            "report sent → assignment on the worker's socket, 50/s, %d connected (%d measured, %d lost)"
                .formatted(WORKERS, measured.size(), lost.size()),
            "p50 %s, p99 %s".formatted(toSocket.millis(0.5), toSocket.millis(0.99)),
            "the report's own answer p50 %s, p99 %s"
                .formatted(answer.millis(0.5), answer.millis(0.99)),
            "p50 ≤ 15 ms, p99 ≤ 100 ms",
            reached));
  }

  /** A few connections that send reports off the pacing thread. */
  private final class Reporters implements AutoCloseable {
    private final ExecutorService pool;
    private final ThreadLocal<HttpConnection> connection =
        ThreadLocal.withInitial(
            () -> {
              try {
                return new HttpConnection(installation.port(), operatorKey);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });

    Reporters(int connections) {
      pool = Executors.newFixedThreadPool(connections);
    }

    Future<Sent> report(int cell) {
      return pool.submit(
          () -> {
            long sentAt = System.nanoTime();
            HttpConnection.Answer answer =
                connection
                    .get()
                    .post(
                        "/api/incidents",
                        "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                        IntakeBench.report(cell));
            long answeredAt = System.nanoTime();
            Matcher id = ID.matcher(answer.text());
            if (answer.status() != 201 || !id.find()) {
              throw new IOException(answer.status() + " " + answer.text());
            }
            return new Sent(id.group(1), sentAt, answeredAt);
          });
    }

    @Override
    public void close() {
      pool.shutdown();
    }
  }
}
