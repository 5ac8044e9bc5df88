package org.gridward.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.gridward.cluster.PrivateCluster;

/**
 * The program as a user runs it: a process of its own on a data folder of its own, with its private
 * PostgreSQL (fsync on), which can be killed.
 */
final class ServerProcess implements AutoCloseable {

  private final Path folder;
  private final int port;
  private Process server;

  ServerProcess() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    folder = Files.createTempDirectory("gridward-kill-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  int port() {
    return port;
  }

  Path folder() {
    return folder;
  }

  /** Runs one command to its end and answers what it wrote. */
  String command(String... words) throws IOException, InterruptedException {
    Process process = launch("command.out", words);
    if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(
          String.join(" ", words) + " failed: " + Files.readString(folder.resolve("command.out")));
    }
    return Files.readString(folder.resolve("command.out"));
  }

  /** Runs one statement on the database while no server uses it. */
  void whileDown(String sql) throws IOException, SQLException {
    try (PrivateCluster ignored = PrivateCluster.open(folder, Map.of());
        Connection connection = database();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Starts the server and returns once it has said that it is ready. */
  void start() throws IOException {
    Files.deleteIfExists(folder.resolve("server.pid"));
    server = launch("server.out", "start", "--port", Integer.toString(port));
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .failFast(
            () -> {
              if (!server.isAlive()) {
                throw new IllegalStateException("the server ended: " + output());
              }
            })
        .until(() -> Files.exists(folder.resolve("server.pid")));
  }

  String output() throws IOException {
    return Files.readString(folder.resolve("server.out"));
  }

  void killServer() throws InterruptedException {
    server.destroyForcibly().waitFor();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ProcessHandle.of(postmasterPid()).filter(ProcessHandle::isAlive).isEmpty());
  }

  /** Kills PostgreSQL's postmaster and leaves the server to notice. */
  void killPostgres() throws IOException {
    ProcessHandle.of(postmasterPid()).orElseThrow().destroyForcibly();
  }

  private long postmasterPid() throws IOException {
    Path file = postmasterFile();
    return Files.exists(file) ? Long.parseLong(Files.readAllLines(file).getFirst().strip()) : -1;
  }

  private Path postmasterFile() {
    return folder.resolve("postgres").resolve("postmaster.pid");
  }

  Connection database() throws IOException, SQLException {
    String databasePort = Files.readAllLines(postmasterFile()).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + databasePort + "/gridward",
        "gridward",
        Files.readString(folder.resolve("postgres.password")).strip());
  }

  /** An API key for {@code login}, straight into the database. */
  String makeKey(String login) throws IOException, SQLException, NoSuchAlgorithmException {
    String token = "gw_" + UUID.randomUUID();
    try (Connection connection = database();
        var insert =
            connection.prepareStatement(
                "insert into api_key (user_id, label, digest, created_at)"
                    + " select id, 'kill test', ?, now() from app_user where login = ?")) {
      insert.setBytes(
          1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
      insert.setString(2, login);
      if (insert.executeUpdate() != 1) {
        throw new IOException("no user " + login);
      }
    }
    return token;
  }

  private Process launch(String output, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.gridward.Gridward"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(output).toFile());
    builder.environment().putAll(Map.of("GRIDWARD_DATA", folder.toString()));
    return builder.start();
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.destroyForcibly();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> ProcessHandle.of(postmasterPid()).filter(ProcessHandle::isAlive).isEmpty());
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
