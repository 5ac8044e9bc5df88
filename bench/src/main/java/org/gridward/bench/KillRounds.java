package org.gridward.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reliability: the server and PostgreSQL are killed (SIGKILL) at random moments under load, in
 * turn, while every worker is on duty. Clients repeat what was not acknowledged under the same key.
 * After each restart the database's own rows are compared with what was acknowledged.
 */
final class KillRounds {

  private static final int CLIENTS = 16;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final Installation installation;
  private final String key;
  private final int rounds;

  /** The incident that the server named for each idempotency key. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final Faults total = new Faults();

  /** What must never be found, counted. */
  private static final class Faults {
    private long lost;
    private long doubled;
    private long twiceActive;
    private long forgotten;

    private void add(Faults more) {
      lost += more.lost;
      doubled += more.doubled;
      twiceActive += more.twiceActive;
      forgotten += more.forgotten;
    }

    private boolean none() {
      return lost + doubled + twiceActive + forgotten == 0;
    }

    @Override
    public String toString() {
      return "%d lost, %d doubled, %d with two active assignments, %d without dispatch"
          .formatted(lost, doubled, twiceActive, forgotten);
    }
  }

  KillRounds(Installation installation, String key, int rounds) {
    this.installation = installation;
    this.key = key;
    this.rounds = rounds;
  }

  void run(Figures figures) throws Exception {
    for (int round = 1; round <= rounds; round++) {
      for (boolean database : new boolean[] {false, true}) {
        underLoad(database);
        installation.gridward(Duration.ofMinutes(1), "stop");
        installation.start();
        Faults found = check();
        total.add(found);
        System.out.printf(
            "  round %d, %s killed: %d acknowledged; %s%n",
            round, database ? "PostgreSQL" : "server", acknowledged.size(), found);
      }
    }
    figures.add(
        new Figures.Figure(
            "kill",
            "SIGKILL of server and of PostgreSQL under load, %d rounds each, %d reports acknowledged, %d offers made"
                .formatted(rounds, acknowledged.size(), offers()),
            total.toString(),
            "the database's own rows, counted",
            "none of each",
            total.none()));
  }

  private void underLoad(boolean killDatabase) throws Exception {
    AtomicBoolean going = new AtomicBoolean(true);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofVirtual().start(() -> report(going)));
    }
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(500, 3_000));
    long victim = killDatabase ? installation.postmasterPid() : installation.serverPid();
    new ProcessBuilder("kill", "-KILL", Long.toString(victim)).inheritIO().start().waitFor();
    // A killed server stays down; a killed PostgreSQL is brought back by its server, whose clients
    // go on meanwhile.
    TimeUnit.MILLISECONDS.sleep(killDatabase ? 3_000 : 500);
    going.set(false);
    for (Thread client : clients) {
      client.join();
    }
  }

  private void report(AtomicBoolean going) {
    String idempotencyKey = UUID.randomUUID().toString();
    String report = IntakeBench.report(IntakeBench.randomCell());
    while (going.get()) {
      try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
        while (going.get()) {
          HttpConnection.Answer answer =
              connection.post(
                  "/api/incidents", "Idempotency-Key: " + idempotencyKey + "\r\n", report);
          Matcher id = ID.matcher(answer.text());
          if ((answer.status() == 201 || answer.status() == 200) && id.find()) {
            acknowledged.put(idempotencyKey, id.group(1));
            idempotencyKey = UUID.randomUUID().toString();
            report = IntakeBench.report(IntakeBench.randomCell());
          }
        }
      } catch (IOException e) {
        // The moment of the kill: the same report is sent again under its key.
        Thread.yield();
      }
    }
  }

  private Faults check() throws IOException, SQLException {
    Faults found = new Faults();
    try (Connection connection = installation.database()) {
      Map<String, String> stored = stored(connection);
      acknowledged.forEach(
          (name, incident) -> found.lost += incident.equals(stored.get(name)) ? 0 : 1);
      found.doubled = Math.abs(count(connection, "select count(*) from report") - stored.size());
      found.twiceActive =
          count(
              connection,
              "select count(*) from (select incident_id from assignment where ended_at is null"
                  + " group by 1 having count(*) > 1) x");
      found.forgotten =
          count(
              connection,
              "select count(*) from incident i where not exists"
                  + " (select from dispatch_work w where w.incident_id = i.id)");
    }
    return found;
  }

  /** Which incident is kept for each key. */
  private static Map<String, String> stored(Connection connection) throws SQLException {
    Map<String, String> stored = new HashMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select k.key, k.incident_id::text from idempotency k"
                    + " join report r on r.incident_id = k.incident_id")) {
      while (rows.next()) {
        stored.put(rows.getString(1), rows.getString(2));
      }
    }
    return stored;
  }

  private long offers() throws IOException, SQLException {
    try (Connection connection = installation.database()) {
      return count(connection, "select count(*) from assignment");
    }
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
