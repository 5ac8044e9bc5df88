package org.gridward.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.gridward.journal.JournalEpoch;
import org.gridward.shared.cli.ConsoleCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore FILE}: a backup into an empty database, all of it or nothing. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Restores a backup into an empty database; the server must not run.",
      "Give the new installation the old secret key first (secret.key in the data folder, or"
          + " GRIDWARD_SECRET_KEY): without it the encrypted contacts cannot be read."
    })
final class RestoreCommand implements ConsoleCommand {

  @Parameters(paramLabel = "FILE")
  Path file;

  @Option(names = "--force", description = "Throw away what the database holds now.")
  boolean force;

  private final Setup setup;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  RestoreCommand(Setup setup) {
    this.setup = setup;
  }

  @Override
  public String path() {
    return "restore";
  }

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    if (!Files.isReadable(file)) {
      throw new Refusal("The file " + file + " cannot be read.");
    }
    DataFolder folder = DataFolder.prepare(setup.data());
    Optional<FileChannel> lock = folder.lockForServer();
    if (lock.isEmpty()) {
      throw new Refusal("The server runs: stop it with './gridward stop' before restoring.");
    }
    OpenDatabase database = setup.openDatabase();
    try {
      PostgresTool tool = new PostgresTool(database);
      if (holdsTables(database)) {
        requireForce(database);
        readWhole(tool);
      }
      empty(database);
      tool.run(
          "pg_restore",
          List.of(
              "--no-owner",
              "--no-privileges",
              "--single-transaction",
              "--exit-on-error",
              "--dbname=" + database.address().name(),
              file.toAbsolutePath().toString()));
      beginEpoch(database);
    } finally {
      database.closeWhenUnused();
      lock.get().close();
    }
    System.out.println("Restored from " + file + ".");
    return Program.DONE;
  }

  private static void beginEpoch(OpenDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      JournalEpoch.beginAfterRestore(connection);
    }
  }

  private void requireForce(OpenDatabase database) {
    if (!force) {
      throw new Refusal(
          "The %s is not empty: restore into an empty one, or give --force to throw away what it holds."
              .formatted(database.address()));
    }
  }

  /** Refuses a file that is no whole backup while what it would replace is still there. */
  private void readWhole(PostgresTool tool) throws IOException, InterruptedException {
    tool.run("pg_restore", List.of("--file=/dev/null", file.toAbsolutePath().toString()));
  }

  /** pg_restore makes the extensions itself, so everything that is there has to go. */
  private static void empty(OpenDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
    }
  }

  private static boolean holdsTables(OpenDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select exists (select from pg_tables where schemaname = 'public'"
                    + " and tablename <> 'spatial_ref_sys')")) {
      return found.next() && found.getBoolean(1);
    }
  }
}
