package org.gridward.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.gridward.testing.TestClient;
import org.junit.jupiter.api.Test;

/**
 * Kills the server and then PostgreSQL under load, with the program as a user runs it. Acknowledged
 * means stored, once; no incident has two active assignments; every offer reaches its worker, once,
 * after the phone has come back. Sessions outlive the server.
 */
class KillIT {

  private static final int REPORTERS = 6;

  private final AtomicBoolean reporting = new AtomicBoolean(true);
  private final AtomicBoolean listening = new AtomicBoolean(true);

  @Test
  void losesNothingAndRepeatsNothingWhenKilled() throws Exception {
    PersistentReporter.ACKNOWLEDGED.clear();
    try (ServerProcess server = new ServerProcess();
        HttpClient client = HttpClient.newHttpClient();
        AutoCloseable ignored = () -> endLoad(client)) {
      SmallCity.seed(server);
      // Three workers take everything, so that each report must become an offer.
      server.whileDown("update worker set capacity = 1000000");
      server.start();
      List<ResumingWorker> phones = phones(server, client);
      List<Thread> listeners =
          phones.stream().map(phone -> Thread.ofVirtual().start(phone)).toList();
      List<Thread> reporters = new ArrayList<>();
      String key = server.makeKey("operator");
      for (int i = 0; i < REPORTERS; i++) {
        reporters.add(
            Thread.ofVirtual()
                .start(new PersistentReporter(client, server.port(), key, reporting::get)));
      }

      TestClient browser = TestClient.signedIn(server.port(), "operator", SmallCity.PASSWORD);
      awaitMoreReports(200);
      server.killServer();
      server.start();
      assertThat(browser.get("/api/incidents").status())
          .as("whoever was signed in still is")
          .isEqualTo(200);
      awaitMoreReports(200);
      server.killPostgres();
      awaitMoreReports(200);
      reporting.set(false);
      join(reporters);

      awaitDispatched(server);
      checkDatabase(server);
      awaitOffers(server, phones);
      listening.set(false);
      join(listeners);
    }
  }

  /** Whatever has failed: a client that goes on would keep the test from its end. */
  private void endLoad(HttpClient client) {
    reporting.set(false);
    listening.set(false);
    client.shutdownNow();
  }

  private static void join(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(60))).as("every client comes to its end").isTrue();
    }
  }

  private List<ResumingWorker> phones(ServerProcess server, HttpClient client) throws Exception {
    List<ResumingWorker> phones = new ArrayList<>();
    for (String login : List.of("a", "b", "c")) {
      String key = server.makeKey(login);
      putOnDuty(client, server.port(), key);
      phones.add(new ResumingWorker(client, server.port(), key, listening::get));
    }
    return phones;
  }

  private static void putOnDuty(HttpClient client, int port, String key) throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + port + "/api/workers/me/duty"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"on\":true}"))
            .build();
    var answer = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static void awaitMoreReports(int more) {
    int target = PersistentReporter.ACKNOWLEDGED.size() + more;
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> PersistentReporter.ACKNOWLEDGED.size() >= target);
  }

  /**
   * Nothing may stay behind in the queue: every incident ends up offered or waiting with a reason.
   */
  private static void awaitDispatched(ServerProcess server) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () ->
                list(server, "select incident_id::text from dispatch_work where state = 'DUE'")
                    .isEmpty());
  }

  private static void checkDatabase(ServerProcess server) throws Exception {
    Map<String, String> acknowledged = Map.copyOf(PersistentReporter.ACKNOWLEDGED);
    List<String> reports = list(server, "select incident_id::text from report");
    Set<String> stored = new HashSet<>(reports);
    assertThat(stored).as("each stored once").hasSameSizeAs(reports);
    assertThat(stored).as("acknowledged is stored").containsAll(acknowledged.values());
    assertThat(new HashSet<>(acknowledged.values()))
        .as("one incident a key")
        .hasSameSizeAs(acknowledged.keySet());
    assertThat(stored)
        .as("a key has one effect")
        .hasSize(list(server, "select key from idempotency").size());
    assertThat(
            list(
                server,
                "select incident_id::text from assignment where state in ('OFFERED', 'ACCEPTED',"
                    + " 'ARRIVED') group by 1 having count(*) > 1"))
        .as("two active assignments")
        .isEmpty();
    assertThat(list(server, "select id::text from assignment"))
        .hasSizeGreaterThanOrEqualTo(stored.size());
  }

  private static void awaitOffers(ServerProcess server, List<ResumingWorker> phones) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              List<String> heard =
                  phones.stream().flatMap(phone -> phone.offers().stream()).toList();
              assertThat(heard).as("heard twice").doesNotHaveDuplicates();
              assertThat(heard)
                  .containsExactlyInAnyOrderElementsOf(
                      list(server, "select id::text from assignment"));
            });
  }

  private static List<String> list(ServerProcess server, String sql)
      throws IOException, SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = server.database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
