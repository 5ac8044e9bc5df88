package org.gridward.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies in the folder of a private cluster: {@code postgres} (the data), {@code
 * postgres.password}, {@code postgres.log}, {@code postgres.owner} (the process that runs it) and
 * two lock files.
 */
record ClusterFolder(Path home) {

  static final String SUPERUSER = "gridward";
  private static final long LEAST_SPACE_MEGABYTES = 256;
  private static final long LARGEST_LOG_BYTES = 16L << 20;

  /** Makes the folder where it is missing and checks that a cluster can live in it. */
  static ClusterFolder prepare(Path folder) throws IOException {
    Path home = folder.toAbsolutePath().normalize();
    Files.createDirectories(home);
    PostgresChild.requireReach(home);
    long megabytes = Files.getFileStore(home).getUsableSpace() >> 20;
    if (megabytes < LEAST_SPACE_MEGABYTES) {
      throw new ClusterFailure(
          "The disk that holds %s has only %d MB left and the database needs at least %d MB: free some space and start again."
              .formatted(home, megabytes, LEAST_SPACE_MEGABYTES));
    }
    return new ClusterFolder(home);
  }

  Path data() {
    return home.resolve("postgres");
  }

  Path log() {
    return home.resolve("postgres.log");
  }

  String password() throws IOException {
    return Files.readString(home.resolve("postgres.password")).strip();
  }

  /** Held while the cluster is made, joined or started, so that two processes do not both try. */
  FileChannel lockForOpening() throws IOException {
    FileChannel channel = channel("opening.lock");
    channel.lock();
    return channel;
  }

  /** Held shared by every process that joined a cluster it did not start. */
  FileChannel lockAsGuest() throws IOException {
    FileChannel channel = channel("guests.lock");
    channel.lock(0, Long.MAX_VALUE, true);
    return channel;
  }

  /** Waits until no guest is left. */
  void awaitNoGuests() throws IOException {
    try (FileChannel channel = channel("guests.lock")) {
      channel.lock();
    }
  }

  private FileChannel channel(String name) throws IOException {
    return FileChannel.open(
        home.resolve(name),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  /** Makes the cluster where there is none; one that was interrupted in the making is made anew. */
  void initialise(PostgresPrograms programs) throws IOException {
    if (Files.exists(data().resolve("PG_VERSION"))) {
      requireVersion(programs);
      return;
    }
    Path making = home.resolve("postgres.making");
    deleteTree(making);
    deleteTree(data());
    Path passwordFile = writePassword();
    Files.createDirectories(making);
    PostgresChild.give(making);
    PostgresChild.run(
        programs,
        home,
        "initdb",
        "--pgdata=" + making,
        "--username=" + SUPERUSER,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--data-checksums");
    Files.move(making, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path writePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Path file = home.resolve("postgres.password");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(random));
    PostgresChild.give(file);
    return file;
  }

  private void requireVersion(PostgresPrograms programs) throws IOException {
    String made = Files.readString(data().resolve("PG_VERSION")).strip();
    String here = Integer.toString(programs.version());
    if (!made.equals(here)) {
      throw new ClusterFailure(
          "The data in %s was made by PostgreSQL %s and this machine has %s: install postgresql-%s-postgis-3, or back up with the old version and restore with the new one."
              .formatted(data(), made, here, made));
    }
  }

  /** The folder of the Unix socket, or an empty text where its path would be too long. */
  String socketFolder() throws IOException {
    Path sockets = home.resolve("socket");
    // A Unix socket's path may be 107 bytes long; a deep folder goes without one.
    if ((sockets + "/.s.PGSQL.65535.lock").length() >= 107) {
      return "";
    }
    Files.createDirectories(sockets);
    PostgresChild.give(sockets);
    return sockets.toString();
  }

  /** Keeps PostgreSQL's log from growing for ever: one older file is kept. */
  void rotateLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LARGEST_LOG_BYTES) {
      Files.move(log(), home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The postmaster that runs on this data, if one does. */
  Optional<Postmaster> postmaster() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 4) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(handle -> handle.info().command().filter(c -> c.endsWith("/postgres")).isPresent())
        .map(handle -> new Postmaster(handle, Integer.parseInt(lines.get(3).strip())));
  }

  /** Notes that this process runs the cluster. */
  void writeOwner() throws IOException {
    Files.writeString(ownerFile(), mark(ProcessHandle.current()));
  }

  /** The living process that runs the cluster; empty after it was killed. */
  Optional<ProcessHandle> owner() throws IOException {
    if (!Files.exists(ownerFile())) {
      return Optional.empty();
    }
    String noted = Files.readString(ownerFile());
    return ProcessHandle.of(Long.parseLong(noted.substring(0, noted.indexOf(' '))))
        .filter(handle -> mark(handle).equals(noted));
  }

  private Path ownerFile() {
    return home.resolve("postgres.owner");
  }

  /** Process ids are used again; with the start time they are not. */
  private static String mark(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
  }

  record Postmaster(ProcessHandle process, int port) {}

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
