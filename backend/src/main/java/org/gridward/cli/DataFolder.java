package org.gridward.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The folder where an installation keeps what is its own: {@code postgres}, {@code logs}, {@code
 * secret.key}, {@code server.pid}, {@code cache}.
 */
record DataFolder(Path path) {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Makes it where it is missing; refuses with one sentence where it cannot be written. */
  static DataFolder prepare(Path path) {
    try {
      Files.createDirectories(path);
      Files.createDirectories(path.resolve("logs"));
      Files.delete(Files.createTempFile(path, "write", ".check"));
      return new DataFolder(path);
    } catch (IOException e) {
      throw new Refusal(
          "The data folder %s cannot be written (%s): choose another with GRIDWARD_DATA."
              .formatted(path, reason(e)));
    }
  }

  private static String reason(IOException e) {
    return String.valueOf(e.getMessage()).contains("No space left")
        ? "the disk is full"
        : e.getClass().getSimpleName().replaceAll("Exception$", "");
  }

  Path log(String name) {
    return path.resolve("logs").resolve(name + ".log");
  }

  /** Holds process id and address of the running server. */
  Path serverFile() {
    return path.resolve("server.pid");
  }

  /**
   * The key that personal data is encrypted with: made once, 32 random bytes in Base64, readable by
   * the owner only.
   */
  String secretKey() throws IOException {
    Path file = path.resolve("secret.key");
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      Path making = path.resolve("secret.key.making");
      Files.deleteIfExists(making);
      Files.createFile(making, OWNER_ONLY);
      Files.writeString(making, Base64.getEncoder().encodeToString(random) + "\n");
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  /** Held by the one server of this folder until its process ends; empty when another holds it. */
  Optional<FileChannel> lockForServer() throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // This very process holds it: the same as another one.
    }
    channel.close();
    return Optional.empty();
  }

  /** What {@link #serverFile} says, for messages; empty when there is none. */
  Optional<String[]> runningServer() {
    try {
      return Optional.of(Files.readString(serverFile()).strip().split("\\s+"))
          .filter(words -> words.length == 2);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void writeServerFile(String url) throws IOException {
    Path making = path.resolve("server.pid.making");
    Files.writeString(making, ProcessHandle.current().pid() + "\n" + url + "\n");
    Files.move(making, serverFile(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Keeps the whole story of a failure of which the terminal showed one sentence. */
  Optional<Path> keepDetails(Throwable failure) {
    Path file = path.resolve("logs").resolve("last-failure.txt");
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    try {
      Files.writeString(file, Instant.now() + "\n" + text);
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
