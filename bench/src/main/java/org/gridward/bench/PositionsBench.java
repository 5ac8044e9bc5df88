package org.gridward.bench;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/**
 * S3: worker positions received over HTTP, durable (COPY, committed with fsync), cell resolved and
 * shown live, in batches of 500 from 8 gateway connections, with one subscriber that sees the whole
 * city. Beside it, the bare limit: COPY of the same rows into an indexed table of the same cluster.
 */
final class PositionsBench {

  private static final int CLIENTS = 8;
  private static final int BATCH = 500;
  private static final int SECONDS = 20;

  private final Installation installation;
  private final String key;

  PositionsBench(Installation installation, String key) {
    this.installation = installation;
    this.key = key;
  }

  void run(Figures figures) throws Exception {
    List<Long> workers = workersOnDuty();
    AtomicLong shown = new AtomicLong();
    try (HttpClient client = HttpClient.newHttpClient()) {
      WebSocket socket =
          StompSocket.open(
              client,
              installation.port(),
              key,
              "/topic/areas/0/positions",
              body -> shown.addAndGet(body.split("\"workerId\"", -1).length - 1L));
      positions(workers, 8);
      shown.set(0);
      double rate = positions(workers, SECONDS);
      double limit = copyRate();
      socket.abort();
      figures.add(
          new Figures.Figure(
              "S3",
              "positions/s received, durable, cell resolved, shown live (%d workers, batches of %d)"
                  .formatted(workers.size(), BATCH),
              "%.0f/s (%.0f/s drawn after coalescing)"
                  .formatted(rate, shown.get() / (double) SECONDS),
              "bare COPY %.0f rows/s".formatted(limit),
              "≥ 30,000/s",
              rate >= 30_000));
    }
  }

  private List<Long> workersOnDuty() throws Exception {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = installation.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from worker where duty = 'ON' order by id")) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    if (ids.isEmpty()) {
      throw new IOException("S3 needs workers on duty: run S2 before it");
    }
    return ids;
  }

  private double positions(List<Long> workers, int seconds) throws Exception {
    AtomicLong accepted = new AtomicLong();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofPlatform().start(() -> send(workers, end, accepted, failures)));
    }
    for (Thread client : clients) {
      client.join();
    }
    if (!failures.isEmpty()) {
      throw new IOException("the load failed", failures.getFirst());
    }
    return accepted.get() / ((System.nanoTime() - start) / 1e9);
  }

  private void send(List<Long> workers, long end, AtomicLong accepted, List<Throwable> failures) {
    try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
      while (System.nanoTime() < end) {
        HttpConnection.Answer answer = connection.post("/api/positions", "", batch(workers));
        if (answer.status() >= 300 || !answer.text().contains("\"accepted\":" + BATCH)) {
          throw new IOException(answer.status() + " " + answer.text());
        }
        accepted.addAndGet(BATCH);
      }
    } catch (IOException e) {
      failures.add(e);
    }
  }

  private static String batch(List<Long> workers) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String now = Instant.now().toString();
    StringBuilder json = new StringBuilder(BATCH * 110).append("{\"positions\":[");
    for (int i = 0; i < BATCH; i++) {
      double[] point = MadeUpCity.pointIn(IntakeBench.randomCell());
      json.append(i == 0 ? "" : ",")
          .append("{\"workerId\":")
          .append(workers.get(random.nextInt(workers.size())))
          .append(",\"lon\":")
          .append(round(point[0]))
          .append(",\"lat\":")
          .append(round(point[1]))
          .append(",\"at\":\"")
          .append(now)
          .append("\",\"headingDegrees\":")
          .append(random.nextInt(360))
          .append('}');
    }
    return json.append("]}").toString();
  }

  private static double round(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private double copyRate() throws Exception {
    int rows = 300_000;
    StringBuilder text = new StringBuilder();
    Instant now = Instant.now();
    for (int i = 0; i < rows; i++) {
      double[] point = MadeUpCity.pointIn(i % MadeUpCity.CELLS);
      text.append(
          String.format(
              Locale.ROOT, "%d\t%s\t%s\t%.6f\t%.6f\t%d%n", i, now, now, point[0], point[1], i));
    }
    try (Connection connection = installation.database();
        var statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench");
      statement.execute("drop table if exists bench.position");
      statement.execute(
          "create table bench.position (worker_id bigint, at timestamptz, received_at timestamptz,"
              + " lon float8, lat float8, cell_id bigint)");
      statement.execute("create index on bench.position (worker_id, at desc)");
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy bench.position from stdin", new StringReader(text.toString()));
      return rows / ((System.nanoTime() - start) / 1e9);
    }
  }
}
