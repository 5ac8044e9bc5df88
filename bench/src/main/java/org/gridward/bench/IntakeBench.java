package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * S1: reports accepted a second (HTTP in, cell resolved, committed with fsync, journalled,
 * answered) by 32 clients, beside pgbench inserting and committing single rows into the same
 * cluster with 32 clients. The two are interleaved.
 */
final class IntakeBench {

  private static final int CLIENTS = 32;
  private static final int ROUNDS = 3;
  private static final int SECONDS = 15;
  private static final int WARM_UP_SECONDS = 30;

  private final Installation installation;
  private final String key;

  IntakeBench(Installation installation, String key) {
    this.installation = installation;
    this.key = key;
  }

  void run(Figures figures) throws Exception {
    preparePgbench();
    reports(WARM_UP_SECONDS);
    List<Double> ours = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      peer.add(pgbench());
      ours.add(reports(SECONDS));
      System.out.printf(
          "  round %d: pgbench %.0f commits/s, intake %.0f reports/s%n",
          round + 1, peer.getLast(), ours.getLast());
    }
    double ratio = median(ours) / median(peer);
    figures.add(
        new Figures.Figure(
            "S1",
            "durable reports/s, 32 clients, made-up city of " + MadeUpCity.CELLS + " cells",
            "%.0f/s (%.2f of pgbench)".formatted(median(ours), ratio),
            "pgbench single-row commits %.0f/s".formatted(median(peer)),
            "≥ 0.5 of pgbench",
            ratio >= 0.5));
  }

  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
  }

  private double reports(int seconds) throws Exception {
    AtomicLong accepted = new AtomicLong();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Thread> clients = new ArrayList<>();
    List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofPlatform().start(() -> reportUntil(end, accepted, failures)));
    }
    for (Thread client : clients) {
      client.join();
    }
    if (!failures.isEmpty()) {
      throw new IOException("the load failed", failures.getFirst());
    }
    return accepted.get() / (double) seconds;
  }

  private void reportUntil(long end, AtomicLong accepted, List<Throwable> failures) {
    try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
      while (System.nanoTime() < end) {
        HttpConnection.Answer answer =
            connection.post(
                "/api/incidents",
                "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                report(randomCell()));
        if (answer.status() != 201) {
          throw new IOException(answer.status() + " " + answer.text());
        }
        accepted.incrementAndGet();
      }
    } catch (IOException e) {
      failures.add(e);
    }
  }

  static int randomCell() {
    return ThreadLocalRandom.current().nextInt(MadeUpCity.CELLS);
  }

  static String report(int cell) {
    double[] point = MadeUpCity.pointIn(cell);
    return String.format(
        Locale.ROOT,
        "{\"category\":\"%s\",\"place\":{\"lon\":%.6f,\"lat\":%.6f},\"description\":\"Load: street"
            + " light out\"}",
        Bench.CATEGORY,
        point[0],
        point[1]);
  }

  private void preparePgbench() throws Exception {
    try (var connection = installation.database();
        var statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench");
      statement.execute(
          "create table if not exists bench.single_row (id bigserial primary key, at timestamptz,"
              + " text text)");
    }
  }

  private double pgbench() throws IOException, InterruptedException {
    Path script = Files.createTempFile("gridward", ".pgbench");
    Files.writeString(
        script,
        "insert into bench.single_row (at, text) values (now(), 'Load: street light out');\n");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  "pgbench",
                  "--no-vacuum",
                  "--protocol=prepared",
                  "--client=" + CLIENTS,
                  "--jobs=2",
                  "--time=" + SECONDS,
                  "--file=" + script,
                  "--host=127.0.0.1",
                  "--port=" + installation.databasePort(),
                  "--username=gridward",
                  "gridward")
              .redirectErrorStream(true);
      builder.environment().put("PGPASSWORD", installation.password());
      Process process = builder.start();
      String output =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      process.waitFor();
      return output
          .lines()
          .filter(line -> line.startsWith("tps = "))
          .map(line -> Double.valueOf(line.split("\\s+")[2]))
          .findFirst()
          .orElseThrow(() -> new IOException("pgbench said: " + output));
    } finally {
      Files.delete(script);
    }
  }
}
