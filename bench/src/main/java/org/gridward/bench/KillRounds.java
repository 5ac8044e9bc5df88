package org.gridward.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reliability: the server and PostgreSQL are killed (SIGKILL) at random moments under load, in
 * turn; after each restart every acknowledged report must be stored exactly once and no incident
 * may have two active assignments.
 */
final class KillRounds {

  private static final int CLIENTS = 16;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final Installation installation;
  private final String key;
  private final int rounds;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  KillRounds(Installation installation, String key, int rounds) {
    this.installation = installation;
    this.key = key;
    this.rounds = rounds;
  }

  void run(Figures figures) throws Exception {
    for (int round = 1; round <= rounds; round++) {
      for (boolean database : new boolean[] {false, true}) {
        underLoad(database);
        restart();
        verify(round, database);
      }
    }
    figures.add(
        new Figures.Figure(
            "kill",
            "SIGKILL of server and of PostgreSQL under load, %d rounds each, %d reports acknowledged"
                .formatted(rounds, acknowledged.size()),
            "0 lost, 0 doubled, 0 incidents with two active assignments",
            "the database's own rows, counted",
            "nothing lost, nothing doubled",
            true));
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
    TimeUnit.MILLISECONDS.sleep(500);
    going.set(false);
    for (Thread client : clients) {
      client.join();
    }
  }

  /**
   * Reports until told to stop; whatever the server acknowledges is remembered, whatever breaks is
   * not.
   */
  private void report(AtomicBoolean going) {
    while (going.get()) {
      try (HttpConnection connection = new HttpConnection(installation.port(), key)) {
        while (going.get()) {
          HttpConnection.Answer answer =
              connection.post(
                  "/api/incidents",
                  "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                  IntakeBench.report(IntakeBench.randomCell()));
          Matcher id = ID.matcher(answer.text());
          if (answer.status() == 201 && id.find()) {
            acknowledged.add(id.group(1));
          }
        }
      } catch (IOException e) {
        // Expected: this is the moment of the kill. Nothing was acknowledged, so nothing is
        // counted.
        Thread.onSpinWait();
      }
    }
  }

  private void restart() throws IOException {
    installation.gridward(java.time.Duration.ofMinutes(1), "stop");
    installation.start();
  }

  private void verify(int round, boolean database) throws IOException, SQLException {
    try (Connection connection = installation.database()) {
      Set<String> stored = ConcurrentHashMap.newKeySet();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("select incident_id::text from report")) {
        while (rows.next()) {
          if (!stored.add(rows.getString(1))) {
            throw new IOException("round " + round + ": report stored twice: " + rows.getString(1));
          }
        }
      }
      List<String> lost = acknowledged.stream().filter(id -> !stored.contains(id)).toList();
      long twice =
          count(
              connection,
              "select count(*) from (select incident_id from assignment where state in"
                  + " ('OFFERED','ACCEPTED','ARRIVED') group by 1 having count(*) > 1) x");
      long orphaned =
          count(
              connection,
              "select count(*) from incident i where stage = 'FILED' and not exists"
                  + " (select 1 from dispatch_work w where w.incident_id = i.id)");
      if (!lost.isEmpty() || twice > 0 || orphaned > 0) {
        throw new IOException(
            "round %d (%s): %d acknowledged reports lost, %d incidents with two active assignments, %d filed without work"
                .formatted(
                    round, database ? "PostgreSQL" : "server", lost.size(), twice, orphaned));
      }
      System.out.printf(
          "  round %d, %s killed: %d acknowledged, all stored once%n",
          round, database ? "PostgreSQL" : "server", acknowledged.size());
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
