package org.gridward.live;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridward.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One client's connection. Everything that is sent goes through its {@link Outbox} and is written
 * by one thread, so a client that does not read holds up nobody but itself.
 */
final class LiveSession {

  private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

  private final WebSocketSession socket;
  private final @Nullable String httpSession;
  private final int credentials;
  private final Outbox outbox;
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Caller caller;
  private volatile boolean connected;
  private volatile boolean silenceAllowed;
  private volatile long heardAt = System.nanoTime();
  private volatile long wroteAt = System.nanoTime();
  private volatile long writingSince;

  /**
   * A new connection.
   *
   * @param httpSession the web session it was opened with; null for an API key
   * @param credentials the version of the user's credentials at that time
   */
  LiveSession(
      WebSocketSession socket,
      Caller caller,
      @Nullable String httpSession,
      int credentials,
      LiveLimits limits) {
    this.socket = socket;
    this.caller = caller;
    this.httpSession = httpSession;
    this.credentials = credentials;
    this.outbox = new Outbox(limits.bufferBytes(), limits.flushGap().toNanos());
  }

  String id() {
    return socket.getId();
  }

  Caller caller() {
    return caller;
  }

  void setCaller(Caller caller) {
    this.caller = caller;
  }

  /** The web session that the connection was opened with; null for an API key. */
  @Nullable String httpSession() {
    return httpSession;
  }

  int credentials() {
    return credentials;
  }

  Outbox outbox() {
    return outbox;
  }

  Map<String, Subscription> subscriptions() {
    return subscriptions;
  }

  Collection<Subscription> subscribed() {
    return subscriptions.values();
  }

  boolean connected() {
    return connected;
  }

  /** The client has introduced itself. */
  void setConnected(boolean promisesHeartbeats) {
    silenceAllowed = !promisesHeartbeats;
    connected = true;
  }

  /** A client that promised no heartbeats may be silent once it is connected. */
  boolean silenceAllowed() {
    return silenceAllowed;
  }

  void heard() {
    heardAt = System.nanoTime();
  }

  long nanosSinceHeard() {
    return System.nanoTime() - heardAt;
  }

  long nanosSinceWritten() {
    return System.nanoTime() - wroteAt;
  }

  /** How long the write that is under way has taken; 0 when there is none. */
  long nanosInWrite() {
    long since = writingSince;
    return since == 0 ? 0 : System.nanoTime() - since;
  }

  /** Writes to the client, waiting until it is taken. Only the sender calls it. */
  void write(String frames) throws IOException {
    writingSince = System.nanoTime();
    try {
      socket.sendMessage(new TextMessage(frames));
    } finally {
      writingSince = 0;
      wroteAt = System.nanoTime();
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  /** Ends it; true for the first to do so. What the client was told last is still written. */
  boolean close() {
    boolean first = closed.compareAndSet(false, true);
    outbox.close();
    return first;
  }

  /** Takes the connection down without waiting for the client. */
  void disconnect(CloseStatus status) {
    Thread.ofVirtual()
        .name("live-close")
        .start(
            () -> {
              try {
                socket.close(status);
              } catch (IOException e) {
                LOG.debug("{} was gone before it was closed", id());
              }
            });
  }
}
