package org.gridward.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.gridward.cluster.PrivateCluster;

/**
 * A database that can be connected to, for as long as this is open.
 *
 * @param cluster the private cluster it lives in; empty for a named server
 */
record OpenDatabase(DatabaseAddress address, Optional<PrivateCluster> cluster)
    implements AutoCloseable {

  private static final String NAME = "gridward";

  static OpenDatabase of(PrivateCluster cluster) {
    return new OpenDatabase(
        new DatabaseAddress(cluster.database(NAME), cluster.user(), cluster.password()),
        Optional.of(cluster));
  }

  /** Checks that the server answers before anything else is started. */
  static OpenDatabase named(DatabaseAddress address) {
    OpenDatabase database = new OpenDatabase(address, Optional.empty());
    try (Connection ignored = database.connect()) {
      return database;
    } catch (SQLException e) {
      throw new Refusal(
          "The %s cannot be used: %s. Check GRIDWARD_DB_URL, GRIDWARD_DB_USER and GRIDWARD_DB_PASSWORD, and that the server is running."
              .formatted(address, firstLine(e)));
    }
  }

  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("connectTimeout", "10");
    return DriverManager.getConnection(address.url(), properties);
  }

  private static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer");
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  /** Leaves at once, ending a cluster that this process started. */
  @Override
  public void close() {
    cluster.ifPresent(PrivateCluster::close);
  }

  /** Leaves when no other process needs the cluster any more. */
  void closeWhenUnused() {
    cluster.ifPresent(PrivateCluster::closeWhenUnused);
  }
}
