package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A client that stops reading is cut and delays nobody. */
@PostgisTest
class StalledClientIT {

  private static final int ENTRIES = 600;

  /** So many entries are less than what may wait for a client, so whoever reads is never cut. */
  private static final int PACE = 20;

  @LocalServerPort int port;
  @Autowired Journal journal;
  @Autowired TransactionTemplate transaction;
  @Autowired TestPeople people;
  @Autowired TestGround ground;
  @Autowired LiveConnections connections;

  @Test
  void cutsAClientThatDoesNotReadAndSlowsNobody() throws Exception {
    Area area = ground.district(1, 1).top();
    String topic = "/topic/areas/" + area.id() + "/incidents";
    String stalledKey = people.key(Role.OPERATOR, area.path());
    try (LiveClient reading =
            LiveClient.withKey(port, people.key(Role.OPERATOR, area.path())).follow(topic, null);
        Socket stalled = stall(stalledKey, topic)) {
      await().until(() -> subscribed(topic) == 2);
      for (int n = 0; n < ENTRIES; n++) {
        write(area, n);
        if (n % PACE == 0) {
          int written = n;
          await().atMost(Duration.ofSeconds(30)).until(() -> reading.subjects().size() > written);
        }
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> reading.subjects().size() == ENTRIES && subscribed(topic) == 1);
      assertThat(reading.errors()).isEmpty();
      assertThat(stalled.isConnected()).isTrue();
    }
  }

  private long subscribed(String topic) {
    return connections.all().stream()
        .flatMap(session -> session.subscribed().stream())
        .filter(subscription -> subscription.destination().equals(topic))
        .count();
  }

  private void write(Area area, int n) {
    NewEntry entry =
        new NewEntry(
            "incident.filed",
            area.path(),
            new Subject("incident", "big" + n),
            null,
            null,
            Actor.SYSTEM,
            Map.of("long", "x".repeat(20_000)));
    transaction.executeWithoutResult(status -> journal.append(entry));
  }

  /** Speaks WebSocket by hand, subscribes, and reads nothing ever after. */
  private Socket stall(String key, String topic) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    OutputStream out = socket.getOutputStream();
    out.write(
        ("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer "
                + key
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    frame(out, "CONNECT\naccept-version:1.2\n\n\0");
    frame(out, "SUBSCRIBE\nid:1\ndestination:" + topic + "\n\n\0");
    return socket;
  }

  private static void frame(OutputStream out, String text) throws IOException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    assertThat(payload).hasSizeLessThan(126);
    out.write(0x81);
    out.write(0x80 | payload.length);
    out.write(new byte[4]); // a mask of zeros leaves the payload as it is
    out.write(payload);
    out.flush();
  }
}
