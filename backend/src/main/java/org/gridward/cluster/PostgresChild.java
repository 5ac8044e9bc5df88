package org.gridward.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are run as children: as the system's {@code postgres} user where we are
 * root, in a session of their own so that Ctrl-C at the terminal reaches only us, and ended by the
 * kernel with the thread that started them.
 */
final class PostgresChild {

  private static final String SYSTEM_USER = "postgres";

  private PostgresChild() {}

  static boolean weAreRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  static List<String> prefix() {
    List<String> prefix = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig", "INT"));
    if (weAreRoot()) {
      prefix.addAll(
          List.of(
              "--reuid=" + SYSTEM_USER,
              "--regid=" + SYSTEM_USER,
              "--clear-groups",
              "--no-new-privs"));
    }
    return prefix;
  }

  /** Gives one file or folder to the user that PostgreSQL runs as. */
  static void give(Path path) throws IOException {
    if (weAreRoot()) {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setAttribute(
          path, "posix:owner", users.lookupPrincipalByName(SYSTEM_USER), LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Fails with one sentence when PostgreSQL's user cannot reach {@code folder}. */
  static void requireReach(Path folder) throws IOException {
    List<String> command = new ArrayList<>(prefix());
    command.addAll(List.of("test", "-x", folder.toString()));
    if (exitCode(new ProcessBuilder(command).start()) != 0) {
      throw new ClusterFailure(
          "The folder "
              + folder
              + " cannot be entered by the system's user '"
              + SYSTEM_USER
              + "', as which PostgreSQL runs: choose another with GRIDWARD_DATA, or let others"
              + " enter the folders above it (chmod o+x).");
    }
  }

  /** Runs one program to its end. */
  static void run(PostgresPrograms programs, Path folder, String program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix());
    command.add(programs.program(program));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (exitCode(process) == 0) {
      return;
    }
    if (output.contains("No space left on device")) {
      throw diskFull(folder);
    }
    throw new ClusterFailure(program + " failed: " + output.lines().reduce("", (a, b) -> b));
  }

  static ClusterFailure diskFull(Path folder) {
    return new ClusterFailure(
        "The disk that holds " + folder + " is full: free some space and start again.");
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new ClusterFailure("Interrupted while a PostgreSQL program was running.");
    }
  }

  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterFailure("Interrupted while waiting for PostgreSQL.");
    }
  }
}
