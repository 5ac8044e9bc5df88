package org.gridward.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridward.bench.s6.Arrivals;
import org.gridward.bench.s6.Audience;
import org.gridward.bench.s6.Fanout;
import org.gridward.bench.s6.Publisher;
import org.gridward.bench.s6.SpringBroker;
import org.gridward.bench.s6.Stamp;
import org.gridward.bench.s6.Subscriber;

/**
 * S6: live events to 500 subscribers of an installation's incidents. Events are journal entries,
 * committed; beside it Spring's simple broker, whose events need no database, with bodies as long
 * as an entry's. Deliveries are counted on the clients' side.
 */
final class FanoutBench {

  private static final int SUBSCRIBERS = 500;
  private static final int EVENTS_PER_SECOND = 200; // × 500 subscribers
  private static final int SECONDS = 20;
  private static final int WARM_UP = 4_000;
  private static final int EVENTS = 20_000;
  private static final int BYTES = 200;

  private final Installation installation;
  private final String key;
  private final int peerPort;

  FanoutBench(Installation installation, String operatorKey, int peerPort) {
    this.installation = installation;
    this.key = operatorKey;
    this.peerPort = peerPort;
  }

  private record Measured(double peak, Arrivals paced, Arrivals beside) {}

  void run(Figures figures) throws Exception {
    Measured ours = ours();
    System.out.printf("  %,.0f deliveries/s; now Spring's broker%n", ours.peak());
    Measured spring = springs();
    figures.add(
        new Figures.Figure(
            "S6",
            "deliveries/s to %d subscribers, events of %d bytes".formatted(SUBSCRIBERS, BYTES),
            "%,.0f/s".formatted(ours.peak()),
            "Spring's simple broker %,.0f/s (%.1f ×)"
                .formatted(spring.peak(), ours.peak() / spring.peak()),
            "≥ 5 × Spring's",
            ours.peak() >= 5 * spring.peak()));
    figures.add(
        new Figures.Figure(
            "S6",
            "commit to client at %,d deliveries/s".formatted(EVENTS_PER_SECOND * SUBSCRIBERS),
            times(ours.paced()),
            "Spring's simple broker, without a commit: " + times(spring.paced()),
            "p99 ≤ 50 ms",
            ours.paced().millis(0.99) <= 50));
    figures.add(
        new Figures.Figure(
            "S6",
            "the same beside a client that never reads",
            times(ours.beside()),
            "without it: " + times(ours.paced()),
            "p99 ≤ 50 ms",
            ours.beside().millis(0.99) <= 50));
  }

  private static String times(Arrivals arrivals) {
    return "p50 %.1f ms, p99 %.1f ms".formatted(arrivals.millis(0.5), arrivals.millis(0.99));
  }

  private Measured ours() throws Exception {
    try (Audience audience = new Audience(subscribe(SUBSCRIBERS));
        Publisher journal = new Entries(installation.database())) {
      return measure(audience, journal, () -> subscribe(1).getFirst());
    }
  }

  private List<Subscriber> subscribe(int count) throws IOException {
    List<Subscriber> subscribers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      subscribers.add(
          Subscriber.open(
              installation.port(),
              "Authorization: Bearer " + key + "\r\n",
              List.of(
                  "CONNECT\naccept-version:1.2\nhost:127.0.0.1\nheart-beat:0,0\n\n\0",
                  "SUBSCRIBE\nid:0\nreceipt:r0\ndestination:/topic/areas/0/incidents\n\n\0"),
              "RECEIPT"));
    }
    return subscribers;
  }

  private Measured springs() throws Exception {
    Process peer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("bench/target/gridward-bench.jar").toAbsolutePath().toString(),
                Bench.PEER,
                Integer.toString(peerPort))
            .inheritIO()
            .start();
    try {
      awaitPort(peer);
      List<Subscriber> subscribers = new ArrayList<>();
      for (int i = 0; i < SUBSCRIBERS; i++) {
        subscribers.add(springSubscriber());
      }
      try (Audience audience = new Audience(subscribers);
          Publisher broker = new Posts(new HttpConnection(peerPort, ""))) {
        return measure(audience, broker, this::springSubscriber);
      }
    } finally {
      peer.destroy();
      peer.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** Spring's broker knows no receipts of subscriptions: the first event tells that it stands. */
  private Subscriber springSubscriber() throws IOException {
    return Subscriber.open(
        peerPort,
        "",
        List.of(
            "CONNECT\naccept-version:1.2\nhost:127.0.0.1\nheart-beat:0,0\n\n\0",
            "SUBSCRIBE\nid:0\ndestination:" + SpringBroker.TOPIC + "\n\n\0"),
        "CONNECTED");
  }

  private void awaitPort(Process peer) throws IOException, InterruptedException {
    for (int tries = 0; tries < 300 && peer.isAlive(); tries++) {
      try (HttpConnection connection = new HttpConnection(peerPort, "")) {
        connection.get("/");
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IOException("Spring's broker did not start on port " + peerPort);
  }

  private interface Opening {
    Subscriber open() throws IOException;
  }

  private static Measured measure(Audience audience, Publisher publisher, Opening stalled)
      throws Exception {
    Thread.sleep(1_000);
    Fanout.peak(audience, publisher, WARM_UP);
    double peak = Fanout.peak(audience, publisher, EVENTS);
    Arrivals paced = Fanout.paced(audience, publisher, EVENTS_PER_SECOND, SECONDS);
    try (Subscriber ignored = stalled.open()) {
      return new Measured(
          peak, paced, Fanout.paced(audience, publisher, EVENTS_PER_SECOND, SECONDS));
    }
  }

  /** Entries straight into the journal, as a writing transaction of another process makes them. */
  private static final class Entries implements Publisher {
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement notify;
    private final int fill;

    Entries(Connection connection) throws Exception {
      this.connection = connection;
      connection.setAutoCommit(false);
      insert =
          connection.prepareStatement(
              "insert into journal_entry (epoch, at, kind, area_path, subject_type, subject_id,"
                  + " actor, payload) select max(epoch), now(), 'dispatch.bench', '', 'bench', '0',"
                  + " 'system', ?::jsonb from journal_epoch");
      notify = connection.prepareStatement("select pg_notify('gridward_journal', 'bench')");
      // What an entry has beside its payload: cursor, time, kind, subject, actor.
      fill = BYTES - 150;
    }

    @Override
    public void publish(int count) throws Exception {
      for (int i = 0; i < count; i++) {
        insert.setString(1, Stamp.body(fill));
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      notify.execute();
      connection.commit();
    }

    @Override
    public void close() throws Exception {
      connection.close();
    }
  }

  private record Posts(HttpConnection connection) implements Publisher {
    @Override
    public void publish(int count) throws Exception {
      HttpConnection.Answer answer =
          connection.post("/publish?count=" + count + "&bytes=" + BYTES, "", "");
      if (answer.status() != 200) {
        throw new IOException("Spring's broker: " + answer.status() + " " + answer.text());
      }
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
