package org.gridward.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL cluster in a folder of its own, reachable on loopback with a random password.
 * {@link #open} makes it where there is none, joins it where another process already runs it, and
 * otherwise starts it as a child of the calling thread: call it from {@code main}, because the
 * kernel ends the child when that thread ends, also after SIGKILL.
 */
public final class PrivateCluster implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PrivateCluster.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "shared_buffers", "256MB",
          "max_connections", "100",
          "max_wal_size", "2GB",
          "jit", "off",
          "wal_compression", "on",
          "timezone", "UTC",
          "log_timezone", "UTC");

  private final ClusterFolder folder;
  private final PostgresPrograms programs;
  private final int port;
  private final String password;
  private final List<String> command;
  private final @Nullable FileChannel guest;
  private volatile @Nullable Process postgres;
  private volatile boolean closing;

  private PrivateCluster(
      ClusterFolder folder,
      PostgresPrograms programs,
      int port,
      List<String> command,
      @Nullable FileChannel guest)
      throws IOException {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
    this.password = folder.password();
    this.command = command;
    this.guest = guest;
  }

  /**
   * Opens the cluster in {@code folder}. Processes that open the same folder at the same moment
   * wait for each other.
   *
   * @param settings PostgreSQL settings that differ from the defaults here, by name
   * @throws ClusterFailure with one sentence for the terminal
   */
  public static synchronized PrivateCluster open(Path folder, Map<String, String> settings) {
    PostgresPrograms programs = PostgresPrograms.require();
    try {
      ClusterFolder home = ClusterFolder.prepare(folder);
      try (FileChannel ignored = home.lockForOpening()) {
        home.initialise(programs);
        Optional<ClusterFolder.Postmaster> running = livingPostmaster(home);
        return running.isPresent()
            ? join(home, programs, running.get().port())
            : start(home, programs, settings);
      }
    } catch (IOException e) {
      throw new ClusterFailure("The data folder " + folder + " cannot be used: " + e, e);
    }
  }

  /** The process that runs the cluster in {@code folder} at this moment. */
  public static Optional<ProcessHandle> owner(Path folder) {
    try {
      return new ClusterFolder(folder.toAbsolutePath().normalize()).owner();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A postmaster whose owner was killed is on its way out: waits for its end. */
  private static Optional<ClusterFolder.Postmaster> livingPostmaster(ClusterFolder home)
      throws IOException {
    Instant limit = Instant.now().plus(START_LIMIT);
    Optional<ClusterFolder.Postmaster> running = home.postmaster();
    while (running.isPresent() && home.owner().isEmpty()) {
      if (Instant.now().isAfter(limit)) {
        throw new ClusterFailure(
            "PostgreSQL (process %d) still runs on %s although the program that started it is gone: end it with 'kill -INT %d' and start again."
                .formatted(
                    running.get().process().pid(), home.data(), running.get().process().pid()));
      }
      PostgresChild.pause();
      running = home.postmaster();
    }
    return running;
  }

  private static PrivateCluster join(ClusterFolder home, PostgresPrograms programs, int port)
      throws IOException {
    FileChannel guest = home.lockAsGuest();
    return new PrivateCluster(home, programs, port, List.of(), guest).awaitReady();
  }

  private static PrivateCluster start(
      ClusterFolder home, PostgresPrograms programs, Map<String, String> settings)
      throws IOException {
    int port = freePort();
    home.rotateLog();
    home.writeOwner();
    List<String> command = command(home, programs, port, settings);
    PrivateCluster cluster = new PrivateCluster(home, programs, port, command, null);
    cluster.postgres = cluster.launch();
    return cluster.awaitReady();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.home().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
        .start();
  }

  /**
   * Stays until {@link #close()}, starting PostgreSQL again, on the same port, whenever it ends
   * without being asked to (killed, out of memory). Call it from the thread that opened the
   * cluster. Returns at once when this process only joined it.
   */
  public void keepRunning() {
    Process running = postgres;
    while (running != null && !closing) {
      try {
        running.waitFor();
        if (!closing) {
          LOG.warn("PostgreSQL ended with exit code {}; starting it again", running.exitValue());
          // Backends of the killed server hold its shared memory for a moment.
          TimeUnit.MILLISECONDS.sleep(200);
          running = launch();
          postgres = running;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<String> command(
      ClusterFolder home, PostgresPrograms programs, int port, Map<String, String> settings)
      throws IOException {
    Map<String, String> all = new TreeMap<>(DEFAULTS);
    all.put("unix_socket_directories", home.socketFolder());
    all.putAll(settings);
    List<String> command = new ArrayList<>(PostgresChild.prefix());
    command.addAll(
        List.of(
            programs.program("postgres"),
            "-D",
            home.data().toString(),
            "-p",
            Integer.toString(port)));
    all.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return command;
  }

  private PrivateCluster awaitReady() {
    Process postgres = this.postgres;
    Instant limit = Instant.now().plus(START_LIMIT);
    while (true) {
      try (Connection ignored = connect("postgres")) {
        return this;
      } catch (SQLException e) {
        if (postgres != null && !postgres.isAlive()) {
          throw new ClusterFailure(
              "PostgreSQL did not start (exit code "
                  + postgres.exitValue()
                  + "); its last words are in "
                  + folder.log()
                  + ".");
        }
        if (Instant.now().isAfter(limit)) {
          close();
          throw new ClusterFailure(
              "PostgreSQL did not answer on port %d within %d s: %s"
                  .formatted(port, START_LIMIT.toSeconds(), e.getMessage()));
        }
        PostgresChild.pause();
      }
    }
  }

  /** Makes the database {@code name} where it does not exist; returns its JDBC URL. */
  public String database(String name) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "database name '" + name + "' must be lower-case letters, digits, _");
    }
    try (Connection connection = connect("postgres");
        var statement = connection.createStatement()) {
      try (var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
        if (!found.next()) {
          statement.execute("create database " + name);
        }
      }
    } catch (SQLException e) {
      throw new ClusterFailure("The database " + name + " cannot be made: " + e.getMessage(), e);
    }
    return url(name);
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String user() {
    return ClusterFolder.SUPERUSER;
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  public PostgresPrograms programs() {
    return programs;
  }

  /** True when this process started it, false when it joined one that was running. */
  public boolean started() {
    return postgres != null;
  }

  /** The postmaster's process id, when this process started it. */
  public long pid() {
    Process postgres = this.postgres;
    if (postgres == null) {
      throw new IllegalStateException("not started by this process");
    }
    return postgres.pid();
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user());
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(url(database), properties);
  }

  /** Like {@link #close()}, but first waits for the processes that have joined it. */
  public void closeWhenUnused() {
    if (postgres != null) {
      try {
        folder.awaitNoGuests();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    close();
  }

  /** Leaves the cluster, and ends it when this process started it: a fast shutdown, waited for. */
  @Override
  public void close() {
    closing = true;
    Process postgres = this.postgres;
    try {
      if (guest != null) {
        guest.close();
      }
      if (postgres != null && postgres.isAlive()) {
        shutDown(postgres);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void shutDown(Process postgres) throws IOException, InterruptedException {
    // SIGINT is PostgreSQL's fast shutdown; Process.destroy would send SIGTERM, which waits for
    // every client.
    new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
    if (!postgres.waitFor(20, TimeUnit.SECONDS)) {
      postgres.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
