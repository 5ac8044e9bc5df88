package org.gridward.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gridward.identity.Caller;
import org.gridward.identity.SessionEnded;
import org.gridward.identity.Users;
import org.gridward.journal.JournalEntry;
import org.gridward.journal.JournalTail;
import org.gridward.journal.TailSubscription;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps connections honest: heartbeats, clients that have gone silent or read nothing, rights that
 * have been taken away, web sessions that have ended.
 */
@Component
@OnServer
class LiveWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveWatch.class);
  private static final int SILENT_HEARTBEATS = 3;

  private final LiveConnections connections;
  private final Admission admission;
  private final Users users;
  private final WebSessions webSessions;
  private final JournalTail tail;
  private final LiveLimits limits;
  private @Nullable Thread thread;
  private @Nullable TailSubscription changes;

  LiveWatch(
      LiveConnections connections,
      Admission admission,
      Users users,
      WebSessions webSessions,
      JournalTail tail,
      LiveLimits limits) {
    this.connections = connections;
    this.admission = admission;
    this.users = users;
    this.webSessions = webSessions;
    this.tail = tail;
    this.limits = limits;
  }

  private void watch() {
    long checked = System.nanoTime();
    try {
      while (true) {
        TimeUnit.NANOSECONDS.sleep(limits.heartbeat().dividedBy(SILENT_HEARTBEATS).toNanos());
        connections.all().forEach(this::look);
        if (System.nanoTime() - checked > limits.recheckEvery().toNanos()) {
          checked = System.nanoTime();
          connections.all().forEach(this::recheck);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(LiveSession session) {
    Duration heartbeat = limits.heartbeat();
    if (session.nanosInWrite() > limits.sendTimeLimit().toNanos()) {
      connections.cut(session);
    } else if (!session.silenceAllowed()
        && session.nanosSinceHeard() > heartbeat.multipliedBy(SILENT_HEARTBEATS).toNanos()) {
      connections.endWith(
          session, Frames.error("nothing was heard from you for too long", null, null));
    } else if (session.connected()
        && session.nanosSinceWritten() > heartbeat.dividedBy(2).toNanos()) {
      session.outbox().control(Frames.HEARTBEAT);
    }
  }

  /** Which key a connection came with is not kept; whose key still works comes back at once. */
  private void recheck(LiveSession session, boolean keyRevoked) {
    if (keyRevoked && session.httpSession() == null) {
      connections.endWith(session, Frames.error("a key of yours was revoked", null, null));
    } else {
      recheck(session);
    }
  }

  /** Ends the connection when its user may no longer have it, or what it has subscribed to. */
  private void recheck(LiveSession session) {
    try {
      Optional<Caller> now = users.findCaller(session.caller().userId());
      if (now.isEmpty() || !sessionStands(session)) {
        connections.endWith(session, Frames.error("you are no longer signed in", null, null));
        return;
      }
      session.setCaller(now.get());
      for (Subscription subscription : session.subscribed()) {
        if (!admission
            .admit(now.get(), subscription.asked())
            .equals(Optional.of(subscription.route()))) {
          connections.endWith(
              session,
              Frames.error(
                  "you may no longer subscribe to " + subscription.destination(),
                  null,
                  subscription.id()));
          return;
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("The rights of a live connection could not be checked: {}", e.toString());
    }
  }

  private boolean sessionStands(LiveSession session) {
    String webSession = session.httpSession();
    return webSession == null
        || (users.credentialsVersion(session.caller().userId()) == session.credentials()
            && webSessions.stands(webSession));
  }

  private void apply(List<JournalEntry> entries) {
    for (JournalEntry entry : entries) {
      if (entry.subject().type().equals("user") && !entry.kind().startsWith("user.sign")) {
        String userId = entry.subject().id();
        boolean keyRevoked = "key-revoked".equals(entry.payload().path("what").asString(""));
        connections.all().stream()
            .filter(session -> Long.toString(session.caller().userId()).equals(userId))
            .forEach(session -> recheck(session, keyRevoked));
      }
    }
  }

  /** The user has signed out: the connections of that web session end with it. */
  @EventListener
  void signedOut(SessionEnded ended) {
    connections.all().stream()
        .filter(session -> ended.sessionId().equals(session.httpSession()))
        .forEach(
            session ->
                connections.endWith(session, Frames.error("you have signed out", null, null)));
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("live-watch").start(this::watch);
    changes = tail.subscribe(tail.position(), this::apply);
  }

  @Override
  public void stop() {
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
    if (changes != null) {
      changes.close();
    }
    connections
        .all()
        .forEach(
            session ->
                connections.endWith(
                    session, Frames.error("the server is going down, come back", null, null)));
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Clients are told before the web server stops. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 500;
  }
}
