package org.gridward.bench;

import java.io.IOException;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Workers on duty who all walk a few dozen metres each second; their fixes go to the server in two
 * REST batches. A server that is away is asked again a second later.
 */
final class Crowd implements AutoCloseable {

  static final int SIZE = 2_000;
  private static final int BATCH = 1_000;
  private static final double STEP_DEGREES = 0.0004;

  private final Installation installation;
  private final String key;
  private final List<Long> ids;
  private final double[][] places = new double[SIZE][];
  private final double[][] steps = new double[SIZE][];
  private final AtomicLong accepted = new AtomicLong();
  private final Random random = new Random(2_000);
  private final Thread walk;
  private volatile boolean walking = true;

  Crowd(Installation installation, String key) throws Exception {
    this.installation = installation;
    this.key = key;
    this.ids = idsOnDuty(installation);
    if (ids.size() < SIZE) {
      throw new IOException("only " + ids.size() + " workers are on duty, " + SIZE + " are needed");
    }
    for (int i = 0; i < SIZE; i++) {
      places[i] = MadeUpCity.pointIn(i);
      turn(i);
    }
    walk = Thread.ofPlatform().daemon().start(this::walk);
  }

  /** Fixes the server has taken. */
  long accepted() {
    return accepted.get();
  }

  /** Where everybody is now: [[id, lon, lat]…]. */
  synchronized String json() {
    StringBuilder json = new StringBuilder(SIZE * 32).append('[');
    for (int i = 0; i < SIZE; i++) {
      json.append(i == 0 ? "" : ",")
          .append(
              String.format(Locale.ROOT, "[%d,%.6f,%.6f]", ids.get(i), places[i][0], places[i][1]));
    }
    return json.append(']').toString();
  }

  private void walk() {
    long due = System.nanoTime();
    while (walking) {
      due = Math.max(due + TimeUnit.SECONDS.toNanos(1), System.nanoTime());
      LockSupport.parkNanos(due - System.nanoTime());
      move();
      try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
        for (int from = 0; from < SIZE; from += BATCH) {
          if (connection.post("/api/positions", "", batch(from)).status() < 300) {
            accepted.addAndGet(BATCH);
          }
        }
      } catch (IOException e) {
        due = System.nanoTime(); // the server is away: they walk on and say so later
      }
    }
  }

  private synchronized void move() {
    for (int i = 0; i < SIZE; i++) {
      if (random.nextInt(20) == 0) {
        turn(i);
      }
      places[i][0] += steps[i][0];
      places[i][1] += steps[i][1];
    }
  }

  /** In a direction of its own, and back towards its cell when it went far. */
  private void turn(int i) {
    double[] home = MadeUpCity.pointIn(i);
    double angle = Math.atan2(home[1] - places[i][1], home[0] - places[i][0]) + random.nextDouble();
    steps[i] = new double[] {STEP_DEGREES * Math.cos(angle), STEP_DEGREES * Math.sin(angle)};
  }

  private synchronized String batch(int from) {
    String now = Instant.now().toString();
    StringBuilder json = new StringBuilder(BATCH * 110).append("{\"positions\":[");
    for (int i = from; i < from + BATCH; i++) {
      int heading = (int) Math.toDegrees(Math.atan2(steps[i][0], steps[i][1])) + 360;
      json.append(i == from ? "" : ",")
          .append(
              String.format(
                  Locale.ROOT,
                  "{\"workerId\":%d,\"lon\":%.6f,\"lat\":%.6f,\"at\":\"%s\",\"headingDegrees\":%d}",
                  ids.get(i),
                  places[i][0],
                  places[i][1],
                  now,
                  heading % 360));
    }
    return json.append("]}").toString();
  }

  private static List<Long> idsOnDuty(Installation installation) throws Exception {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = installation.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id from worker where duty = 'ON' order by id")) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  @Override
  public void close() throws InterruptedException {
    walking = false;
    walk.join(TimeUnit.SECONDS.toMillis(10));
  }
}
