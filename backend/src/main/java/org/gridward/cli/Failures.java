package org.gridward.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.gridward.cluster.ClusterFailure;
import org.gridward.shared.Problem;
import org.gridward.shared.WrongSetting;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what went wrong into the one sentence that a person at a terminal needs. */
final class Failures {

  private static final String DISK_FULL = "53100";
  private static final Set<String> SAID_PLAINLY =
      Set.of(
          Refusal.class.getName(),
          ClusterFailure.class.getName(),
          SchemaIsNewer.class.getName(),
          WrongSetting.class.getName());

  private Failures() {}

  static String sentence(Throwable failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      String known = known(cause);
      if (!known.isEmpty()) {
        return known;
      }
    }
    Throwable root = causes.getLast();
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return "It failed with " + root.getClass().getSimpleName() + ": " + message;
  }

  /** True when the sentence says all there is, so that no stack trace need be kept. */
  static boolean isPlain(Throwable failure) {
    return causes(failure).stream()
        .anyMatch(c -> SAID_PLAINLY.contains(c.getClass().getName()) || c instanceof Problem);
  }

  private static String known(Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> String.valueOf(refusal.getMessage());
      case ClusterFailure refusal -> String.valueOf(refusal.getMessage());
      case SchemaIsNewer refusal -> String.valueOf(refusal.getMessage());
      case WrongSetting wrong -> String.valueOf(wrong.getMessage());
      case Problem problem -> String.valueOf(problem.getMessage());
      case PortInUseException inUse -> portInUse(inUse.getPort());
      case SQLException e when DISK_FULL.equals(e.getSQLState()) -> diskFull();
      case SQLException e when String.valueOf(e.getSQLState()).startsWith("08") ->
          "The connection to the database was lost: " + e.getMessage();
      case NoSuchFileException e -> "The file " + e.getFile() + " does not exist.";
      case AccessDeniedException e -> "The file " + e.getFile() + " may not be read or written.";
      case FlywayException e when String.valueOf(e.getMessage()).contains("alidate failed") ->
          "The database was made by another build of this program (its schema scripts differ):"
              + " use the program that made it, or start with an empty database.";
      case Throwable e when String.valueOf(e.getMessage()).contains("No space left on device") ->
          diskFull();
      default -> "";
    };
  }

  static String portInUse(int port) {
    return "Port %d is in use by another program: stop that program, or choose another port with --port or GRIDWARD_PORT."
        .formatted(port);
  }

  private static String diskFull() {
    return "The disk that holds the data is full: free some space and try again.";
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
