package org.gridward.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the tails of other processes, and this one's for them, by PostgreSQL's notifications.
 * Notifications are sent after the commit, from a connection of their own, any number of commits in
 * one: a {@code NOTIFY} inside the writers' transactions would make their commits wait for each
 * other. A lost one costs nothing but the wait for the next poll.
 */
@Component
@OnServer
class JournalNotices implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(JournalNotices.class);
  private static final String CHANNEL = "gridward_journal";
  private static final Duration GAP = Duration.ofMillis(5);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int LISTEN_MILLIS = 10_000;

  private final JdbcConnectionDetails database;
  private final JournalTail tail;
  private final String self = UUID.randomUUID().toString();
  private final Signal committed = new Signal();
  private @Nullable Thread sending;
  private @Nullable Thread listening;

  JournalNotices(JdbcConnectionDetails database, JournalTail tail, JournalWake commits) {
    this.database = database;
    this.tail = tail;
    commits.add(committed::give);
  }

  private void listen(Connection connection) throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    tail.wake();
    PGConnection notified = connection.unwrap(PGConnection.class);
    while (!Thread.currentThread().isInterrupted()) {
      PGNotification[] came = notified.getNotifications(LISTEN_MILLIS);
      if (came != null && fromOthers(came)) {
        tail.wake();
      }
    }
  }

  private boolean fromOthers(PGNotification[] came) {
    for (PGNotification one : came) {
      if (!one.getParameter().equals(self)) {
        return true;
      }
    }
    return false;
  }

  private void send(Connection connection) throws SQLException, InterruptedException {
    try (Statement settings = connection.createStatement()) {
      // The notification has nothing to keep, so it need not wait for the disk.
      settings.execute("set synchronous_commit = off");
    }
    try (PreparedStatement notify = connection.prepareStatement("select pg_notify(?, ?)")) {
      notify.setString(1, CHANNEL);
      notify.setString(2, self);
      while (!Thread.currentThread().isInterrupted()) {
        if (committed.await(IDLE)) {
          notify.execute();
          TimeUnit.NANOSECONDS.sleep(GAP.toNanos());
        }
      }
    }
  }

  /** Work that needs a connection of its own for as long as it lasts. */
  private interface Conversation {
    void hold(Connection connection) throws SQLException, InterruptedException;
  }

  private void keepUp(Conversation conversation) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try (Connection connection = connect()) {
          conversation.hold(connection);
        } catch (SQLException e) {
          if (!Thread.currentThread().isInterrupted()) {
            LOG.warn("No notifications until the database answers again: {}", e.getMessage());
            TimeUnit.SECONDS.sleep(1);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    String user = database.getUsername();
    String password = database.getPassword();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    properties.setProperty("ApplicationName", "gridward journal");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(database.getJdbcUrl(), properties);
  }

  @Override
  public void start() {
    sending = Thread.ofVirtual().name("journal-notify").start(() -> keepUp(this::send));
    listening = Thread.ofVirtual().name("journal-listen").start(() -> keepUp(this::listen));
  }

  @Override
  public void stop() {
    interrupt(sending);
    interrupt(listening);
    sending = null;
    listening = null;
  }

  private static void interrupt(@Nullable Thread thread) {
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return sending != null;
  }

  @Override
  public int getPhase() {
    return -900;
  }
}
