package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridward.permissions.Cast;
import org.gridward.permissions.Expectations;
import org.gridward.permissions.Stage;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.messaging.simp.stomp.StompSession;

/** The same tables as for endpoints, for what can be subscribed to and what can be sent. */
@PostgisTest
class SubscriptionRightsIT {

  @LocalServerPort int port;
  @Autowired Stage stage;
  @Autowired List<LiveCommand> commands;

  private static List<Expectations.Row> rows(String method) {
    return Expectations.load().stream().filter(row -> row.method().equals(method)).toList();
  }

  @Test
  void everyDestinationStandsInATable() {
    Set<Class<?>> expected =
        rows("SUBSCRIBE").stream()
            .flatMap(row -> Destination.parse(row.pattern().replace("{id}", "1")).stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());
    assertThat(expected).contains(Destination.class.getPermittedSubclasses());
  }

  @Test
  void everyCommandStandsInATable() {
    assertThat(rows("SEND").stream().map(Expectations.Row::pattern).distinct())
        .containsExactlyInAnyOrderElementsOf(
            commands.stream().map(LiveCommand::destination).toList());
  }

  @TestFactory
  List<DynamicTest> everybodyGetsInWhereTheTableSays() {
    stage.at(port);
    return Stream.of("SUBSCRIBE", "SEND")
        .flatMap(method -> rows(method).stream())
        .map(row -> DynamicTest.dynamicTest(row.method() + " " + row.request(), () -> check(row)))
        .toList();
  }

  private void check(Expectations.Row row) {
    List<String> wrong = new ArrayList<>();
    for (Cast member : Cast.values()) {
      String expected = row.cells().get(member.ordinal());
      boolean in = row.method().equals("SEND") ? sends(member, row) : subscribes(member, row);
      if (in != expected.equals("in")) {
        wrong.add(member + ": " + (in ? "in" : "out"));
      }
    }
    assertThat(wrong).as(row.request()).isEmpty();
  }

  private boolean subscribes(Cast member, Expectations.Row row) {
    return succeeds(member, client -> client.ask(stage.fill(row.request()), null));
  }

  private boolean sends(Cast member, Expectations.Row row) {
    stage.client(member).put("/api/workers/me/duty", Map.of("on", true));
    return succeeds(member, client -> client.send(row.request(), stage.fill(row.body())));
  }

  /** Whether the server confirms what the client asks for. */
  private boolean succeeds(Cast member, Function<LiveClient, StompSession.Receiptable> request) {
    AtomicBoolean confirmed = new AtomicBoolean();
    String token = stage.tokenOf(member);
    try (LiveClient client =
        token == null
            ? LiveClient.withSession(port, null, null)
            : LiveClient.withKey(port, token)) {
      request.apply(client).addReceiptTask(() -> confirmed.set(true));
      await().until(() -> confirmed.get() || !client.errors().isEmpty());
      return confirmed.get();
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw e;
    } catch (Exception refusedHandshake) {
      return false;
    }
  }
}
