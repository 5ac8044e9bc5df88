package org.gridward.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.gridward.permissions.Cast;
import org.gridward.permissions.Expectations;
import org.gridward.permissions.Stage;
import org.gridward.testing.PostgisTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same tables as for endpoints, for what can be subscribed to. */
@PostgisTest
class SubscriptionRightsIT {

  @LocalServerPort int port;
  @Autowired Stage stage;

  private static List<Expectations.Row> rows() {
    return Expectations.load().stream().filter(row -> row.method().equals("SUBSCRIBE")).toList();
  }

  @Test
  void everyDestinationStandsInATable() {
    Set<Class<?>> expected =
        rows().stream()
            .flatMap(row -> Destination.parse(row.pattern().replace("{id}", "1")).stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());
    assertThat(expected).contains(Destination.class.getPermittedSubclasses());
  }

  @TestFactory
  List<DynamicTest> everybodyGetsInWhereTheTableSays() {
    stage.at(port);
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.method() + " " + row.request(), () -> check(row)))
        .toList();
  }

  private void check(Expectations.Row row) {
    List<String> wrong = new ArrayList<>();
    for (Cast member : Cast.values()) {
      String expected = row.cells().get(member.ordinal());
      boolean in = subscribes(stage.tokenOf(member), stage.fill(row.request()));
      if (in != expected.equals("in")) {
        wrong.add(member + ": " + (in ? "in" : "out"));
      }
    }
    assertThat(wrong).as(row.request()).isEmpty();
  }

  private boolean subscribes(@Nullable String token, String destination) {
    AtomicBoolean registered = new AtomicBoolean();
    try (LiveClient client =
        token == null
            ? LiveClient.withSession(port, null, null)
            : LiveClient.withKey(port, token)) {
      client.ask(destination, null).addReceiptTask(() -> registered.set(true));
      await().until(() -> registered.get() || !client.errors().isEmpty());
      return registered.get();
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw e;
    } catch (Exception refusedHandshake) {
      return false;
    }
  }
}
