package org.gridward.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL cluster in a folder of its own, reachable on loopback with a random password.
 * {@link #open} makes it where there is none, joins it where another process already runs it, and
 * otherwise starts it as a child of the calling thread: call it from {@code main}, because the
 * kernel ends the child when that thread ends, also after SIGKILL.
 */
public final class PrivateCluster implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final String OWNER = "gridward";

  private final Path folder;
  private final PostgresPrograms programs;
  private final int port;
  private final String password;
  private final @Nullable Process postgres;

  private PrivateCluster(
      Path folder,
      PostgresPrograms programs,
      int port,
      String password,
      @Nullable Process postgres) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
    this.password = password;
    this.postgres = postgres;
  }

  /**
   * Opens the cluster in {@code folder}.
   *
   * @param settings PostgreSQL settings that differ from the defaults here, by name
   * @throws ClusterFailure with one sentence for the terminal
   */
  public static PrivateCluster open(Path folder, Map<String, String> settings) {
    PostgresPrograms programs =
        PostgresPrograms.find()
            .orElseThrow(
                () ->
                    new ClusterFailure(
                        "PostgreSQL 15 or newer with PostGIS is not installed: on Debian or Ubuntu"
                            + " run 'apt-get install postgresql-15-postgis-3' (or the version your"
                            + " release has), or set GRIDWARD_DB_URL to a server."));
    try {
      Path home = folder.toAbsolutePath();
      Files.createDirectories(home);
      Path data = home.resolve("postgres");
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        initialise(home, data, programs);
      }
      checkVersion(data, programs);
      String password = Files.readString(home.resolve("postgres.password")).strip();
      int running = runningPort(data);
      if (running > 0) {
        return new PrivateCluster(home, programs, running, password, null).awaitReady();
      }
      return start(home, data, programs, password, settings);
    } catch (IOException e) {
      throw new ClusterFailure(
          "The data folder " + folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static void initialise(Path home, Path data, PostgresPrograms programs)
      throws IOException {
    Path making = home.resolve("postgres.making");
    deleteTree(making);
    deleteTree(data);
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Path passwordFile = home.resolve("postgres.password");
    Files.deleteIfExists(passwordFile);
    Files.createFile(
        passwordFile,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(passwordFile, HexFormat.of().formatHex(random));
    Files.createDirectories(making);
    giveToPostgres(making);
    giveToPostgres(passwordFile);
    run(
        programs,
        home,
        "initdb",
        "--pgdata=" + making,
        "--username=" + OWNER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--data-checksums");
    Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void checkVersion(Path data, PostgresPrograms programs) throws IOException {
    String made = Files.readString(data.resolve("PG_VERSION")).strip();
    String here = Integer.toString(programs.version());
    if (!made.equals(here)) {
      throw new ClusterFailure(
          "The data in "
              + data
              + " was made by PostgreSQL "
              + made
              + " and this machine has "
              + here
              + ": install postgresql-"
              + made
              + "-postgis-3, or back up with the old version and restore with the new one.");
    }
  }

  private static PrivateCluster start(
      Path home,
      Path data,
      PostgresPrograms programs,
      String password,
      Map<String, String> settings)
      throws IOException {
    int port = freePort();
    Path sockets = home.resolve("socket");
    Files.createDirectories(sockets);
    giveToPostgres(sockets);
    Map<String, String> all = new TreeMap<>(DEFAULTS);
    all.putAll(settings);
    List<String> command = new ArrayList<>(asPostgres());
    command.add(programs.program("postgres"));
    command.add("-D");
    command.add(data.toString());
    command.add("-p");
    command.add(Integer.toString(port));
    // A Unix socket's path may be 107 bytes long; a deep folder goes without one.
    boolean socketFits = (sockets + "/.s.PGSQL.65535.lock").length() < 107;
    all.put("unix_socket_directories", socketFits ? sockets.toString() : "");
    all.forEach(
        (name, value) -> {
          command.add("-c");
          command.add(name + "=" + value);
        });
    Path log = home.resolve("postgres.log");
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new PrivateCluster(home, programs, port, password, process).awaitReady();
  }

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

  private PrivateCluster awaitReady() {
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
                  + folder.resolve("postgres.log"));
        }
        if (Instant.now().isAfter(limit)) {
          close();
          throw new ClusterFailure(
              "PostgreSQL did not answer on port "
                  + port
                  + " within "
                  + START_LIMIT.toSeconds()
                  + " s: "
                  + e.getMessage());
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterFailure("interrupted while PostgreSQL was starting");
    }
  }

  /** Makes the database {@code name} with PostGIS where it does not exist; returns its JDBC URL. */
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
    return OWNER;
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
    if (postgres == null) {
      throw new IllegalStateException("not started by this process");
    }
    return postgres.pid();
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", OWNER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "2");
    return DriverManager.getConnection(url(database), properties);
  }

  /** Ends the cluster when this process started it: a fast shutdown, waited for. */
  @Override
  public void close() {
    if (postgres == null || !postgres.isAlive()) {
      return;
    }
    try {
      // SIGINT is PostgreSQL's fast shutdown; Process.destroy would send SIGTERM, which waits for
      // every client.
      new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start().waitFor();
      if (!postgres.waitFor(20, TimeUnit.SECONDS)) {
        postgres.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The port of a postmaster that runs on this data folder, or 0. */
  private static int runningPort(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return 0;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 4) {
      return 0;
    }
    boolean alive =
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
            .flatMap(handle -> handle.info().command())
            .filter(command -> command.endsWith("/postgres"))
            .isPresent();
    return alive ? Integer.parseInt(lines.get(3).strip()) : 0;
  }

  private static void run(PostgresPrograms programs, Path home, String program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(asPostgres());
    command.add(programs.program(program));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new ClusterFailure(program + " failed: " + output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterFailure(program + " was interrupted");
    }
  }

  /** PostgreSQL refuses to run as root, so root runs it as the system's postgres user. */
  private static List<String> asPostgres() {
    List<String> prefix = new ArrayList<>(List.of("setpriv", "--pdeathsig", "INT"));
    if (isRoot()) {
      prefix.addAll(
          List.of("--reuid=postgres", "--regid=postgres", "--clear-groups", "--no-new-privs"));
    }
    return prefix;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void giveToPostgres(Path path) throws IOException {
    if (isRoot()) {
      var owner =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
      Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
