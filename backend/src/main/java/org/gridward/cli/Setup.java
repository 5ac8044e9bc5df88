package org.gridward.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridward.cluster.PrivateCluster;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings say: the environment of the process, see the table in docs/operations.md.
 *
 * @param data the data folder
 * @param database the server that {@code GRIDWARD_DB_URL} names; empty: the private cluster
 * @param address where the web server listens
 * @param port its port, 1 to 65535 (0 in tests: any)
 * @param secretKey {@code GRIDWARD_SECRET_KEY}, else the one kept in the data folder is used
 */
record Setup(
    Path data,
    Optional<DatabaseAddress> database,
    String address,
    int port,
    Optional<String> secretKey) {

  static final int DEFAULT_PORT = 8400;

  static Setup of(Map<String, String> environment) {
    return new Setup(
        folder(environment),
        value(environment, "GRIDWARD_DB_URL").map(url -> DatabaseAddress.of(url, environment)),
        value(environment, "GRIDWARD_ADDRESS").orElse("127.0.0.1"),
        port(value(environment, "GRIDWARD_PORT").orElse(Integer.toString(DEFAULT_PORT))),
        value(environment, "GRIDWARD_SECRET_KEY"));
  }

  Setup withAddress(@Nullable String other) {
    return other == null ? this : new Setup(data, database, other, port, secretKey);
  }

  Setup withPort(@Nullable Integer other) {
    return other == null
        ? this
        : new Setup(data, database, address, port(other.toString()), secretKey);
  }

  /** The demo has a folder and a cluster of its own, whatever the real installation uses. */
  Setup forDemo() {
    return new Setup(data.resolve("demo"), Optional.empty(), address, port, Optional.empty());
  }

  /** Where a browser on this machine finds the server. */
  String url() {
    String host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** The private cluster or the named server, opened; call it from the main thread. */
  OpenDatabase openDatabase() {
    if (database.isPresent()) {
      return OpenDatabase.named(database.get());
    }
    return OpenDatabase.of(PrivateCluster.open(data, Map.of()));
  }

  private static Path folder(Map<String, String> environment) {
    Optional<String> given = value(environment, "GRIDWARD_DATA");
    if (given.isPresent()) {
      return Path.of(given.get()).toAbsolutePath().normalize();
    }
    if ("root".equals(System.getProperty("user.name"))) {
      return Path.of("/var/lib/gridward");
    }
    return value(environment, "XDG_DATA_HOME")
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".local", "share"))
        .resolve("gridward");
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Refusal("The port '%s' must be a number from 1 to 65535.".formatted(text));
  }

  static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  /** True where {@code GRIDWARD_DEBUG} asks for stack traces on the terminal. */
  static boolean debug(Map<String, String> environment) {
    return value(environment, "GRIDWARD_DEBUG")
        .map(text -> !text.toLowerCase(Locale.ROOT).matches("0|false|no"))
        .orElse(false);
  }
}
