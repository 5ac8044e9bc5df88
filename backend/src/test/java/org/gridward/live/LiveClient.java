package org.gridward.live;

import static org.awaitility.Awaitility.await;

import jakarta.websocket.ContainerProvider;
import jakarta.websocket.WebSocketContainer;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program's STOMP client, Spring's own. */
final class LiveClient extends StompSessionHandlerAdapter implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ThreadPoolTaskScheduler SCHEDULER = scheduler();

  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final AtomicBoolean lost = new AtomicBoolean();
  private final StompSession session;

  private LiveClient(int port, WebSocketHttpHeaders headers) throws Exception {
    WebSocketStompClient client = new WebSocketStompClient(new StandardWebSocketClient(roomy()));
    client.setTaskScheduler(SCHEDULER);
    client.setInboundMessageSizeLimit(4 * 1024 * 1024);
    session =
        client
            .connectAsync(
                URI.create("ws://127.0.0.1:" + port + "/ws"), headers, new StompHeaders(), this)
            .get(10, TimeUnit.SECONDS);
  }

  private static WebSocketContainer roomy() {
    WebSocketContainer container = ContainerProvider.getWebSocketContainer();
    container.setDefaultMaxTextMessageBufferSize(4 * 1024 * 1024);
    return container;
  }

  private static ThreadPoolTaskScheduler scheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setDaemon(true);
    scheduler.initialize();
    return scheduler;
  }

  static LiveClient withKey(int port, String token) throws Exception {
    WebSocketHttpHeaders headers = new WebSocketHttpHeaders();
    headers.setBearerAuth(token);
    return new LiveClient(port, headers);
  }

  static LiveClient withSession(int port, @Nullable String cookie, @Nullable String origin)
      throws Exception {
    WebSocketHttpHeaders headers = new WebSocketHttpHeaders();
    if (cookie != null) {
      headers.add("Cookie", "GRIDWARD=" + cookie);
    }
    if (origin != null) {
      headers.setOrigin(origin);
    }
    return new LiveClient(port, headers);
  }

  /** Subscribes and waits for the receipt. */
  LiveClient follow(String destination, @Nullable Object cursor) {
    AtomicBoolean registered = new AtomicBoolean();
    ask(destination, cursor).addReceiptTask(() -> registered.set(true));
    await().untilTrue(registered);
    return this;
  }

  /** Subscribes without waiting. */
  StompSession.Subscription ask(String destination, @Nullable Object cursor) {
    StompHeaders headers = new StompHeaders();
    headers.setDestination(destination);
    headers.setReceipt("r-" + System.nanoTime());
    if (cursor != null) {
      headers.set("cursor", cursor.toString());
    }
    return session.subscribe(headers, this);
  }

  StompSession.Receiptable send(String destination, String json) {
    StompHeaders headers = new StompHeaders();
    headers.setDestination(destination);
    headers.setReceipt("s-" + System.nanoTime());
    return session.send(headers, json.getBytes(StandardCharsets.UTF_8));
  }

  List<JsonNode> bodies() {
    return bodies;
  }

  List<JsonNode> entries() {
    List<JsonNode> entries = new ArrayList<>();
    bodies.forEach(body -> body.path("entries").forEach(entries::add));
    return entries;
  }

  /** The ids of the subjects, in the order received. */
  List<String> subjects() {
    return entries().stream().map(e -> e.get("subject").get("id").asString()).toList();
  }

  /** Where to resume. */
  String cursor() {
    return bodies.getLast().get("cursor").asString();
  }

  List<String> errors() {
    return errors;
  }

  void awaitError(String part) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> errors.stream().anyMatch(error -> error.contains(part)));
  }

  void awaitLost() {
    await().atMost(Duration.ofSeconds(20)).untilTrue(lost);
  }

  @Override
  public Type getPayloadType(StompHeaders headers) {
    return byte[].class;
  }

  @Override
  public void handleFrame(StompHeaders headers, @Nullable Object payload) {
    if (headers.getFirst("message") != null) {
      errors.add(headers.getFirst("message"));
    } else if (payload instanceof byte[] body) {
      bodies.add(JSON.readTree(body));
    }
  }

  @Override
  public void handleTransportError(StompSession session, Throwable exception) {
    lost.set(true);
  }

  @Override
  public void close() {
    if (session.isConnected()) {
      session.disconnect();
    }
  }
}
