package org.gridward.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A scratch installation of its own: a data folder, a server on a port of its own with the private
 * cluster (fsync on), driven through the launcher as an administrator would.
 */
final class Installation implements AutoCloseable {

  private final Path launcher;
  private final Path folder;
  private final int port;
  private boolean running;

  /**
   * @param launcher the {@code gridward} script
   * @param folder an empty folder that PostgreSQL's user may enter
   */
  Installation(Path launcher, Path folder, int port) {
    this.launcher = launcher;
    this.folder = folder;
    this.port = port;
  }

  int port() {
    return port;
  }

  Path folder() {
    return folder;
  }

  void start() throws IOException {
    gridward(Duration.ofMinutes(3), "start", "--background", "--port", Integer.toString(port));
    running = true;
  }

  void stop() throws IOException {
    gridward(Duration.ofMinutes(1), "stop");
    running = false;
  }

  /** Runs one command of the launcher, which must succeed, and returns what it printed. */
  String gridward(Duration limit, String... arguments) throws IOException {
    return run(limit, 0, arguments);
  }

  /** The same for a command that may report faults in some rows (exit code 1). */
  String gridwardWithFaults(Duration limit, String... arguments) throws IOException {
    return run(limit, 1, arguments);
  }

  private String run(Duration limit, int worstExit, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "command", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(Map.of("GRIDWARD_DATA", folder.toString(), "GRIDWARD_PORT", "" + port));
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("'" + String.join(" ", arguments) + "' took longer than " + limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    String text = Files.readString(output);
    if (process.exitValue() > worstExit) {
      throw new IOException("'" + String.join(" ", arguments) + "' failed: " + text);
    }
    return text;
  }

  /** A connection to the installation's database. */
  Connection database() throws IOException, SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "gridward");
    properties.setProperty("password", password());
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + databasePort() + "/gridward", properties);
  }

  /** The database's JDBC URL, password included; for this scratch installation only. */
  String databaseUrl() throws IOException {
    return "jdbc:postgresql://127.0.0.1:%d/gridward?user=gridward&password=%s"
        .formatted(databasePort(), password());
  }

  String password() throws IOException {
    return Files.readString(find("postgres.password")).strip();
  }

  int databasePort() throws IOException {
    return Integer.parseInt(Files.readAllLines(find("postmaster.pid")).get(3).strip());
  }

  long postmasterPid() throws IOException {
    return Long.parseLong(Files.readAllLines(find("postmaster.pid")).getFirst().strip());
  }

  /** The server's process id, as its pid file has it. */
  long serverPid() throws IOException {
    return Long.parseLong(Files.readString(find("server.pid")).strip().split("\\s+")[0]);
  }

  /** True once the cache that makes later starts fast has been written. */
  boolean hasStartUpCache() throws IOException {
    try (Stream<Path> files =
        Files.find(folder, 3, (path, _) -> path.toString().endsWith(".aot"))) {
      return files.findAny().isPresent();
    }
  }

  /** Waits until the server has nothing of its own to do: the making of the cache takes a core. */
  void awaitStartUpCache(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!hasStartUpCache()) {
      if (System.nanoTime() > end) {
        throw new IOException("no start-up cache after " + limit);
      }
      Thread.sleep(500);
    }
  }

  private Path find(String name) throws IOException {
    try (Stream<Path> paths = Files.find(folder, 4, (path, _) -> path.endsWith(name))) {
      return paths
          .findFirst()
          .orElseThrow(() -> new IOException("no " + name + " below " + folder));
    }
  }

  /**
   * Gives {@code login} an API key that only this installation knows, straight into its database.
   */
  String makeKey(String login) throws IOException, SQLException {
    String token = "gw_bench_" + login + "_" + Long.toHexString(System.nanoTime());
    try (Connection connection = database();
        var insert =
            connection.prepareStatement(
                "insert into api_key (user_id, label, digest, created_at)"
                    + " select id, 'bench', ?, now() from app_user where login = ?")) {
      insert.setBytes(1, sha256(token));
      insert.setString(2, login);
      if (insert.executeUpdate() != 1) {
        throw new IOException("no user " + login);
      }
    }
    return token;
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (running) {
      stop();
    }
  }
}
