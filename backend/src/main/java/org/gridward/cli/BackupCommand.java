package org.gridward.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.gridward.shared.cli.ConsoleCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup FILE}: the whole database, consistent, while the server runs or not. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole database to FILE, as it is at one moment; the server may run meanwhile.",
      "The key that contacts are encrypted with (secret.key in the data folder, or"
          + " GRIDWARD_SECRET_KEY) is not in the file: keep it too, in another place."
    })
final class BackupCommand implements ConsoleCommand {

  @Parameters(paramLabel = "FILE")
  Path file;

  private final Setup setup;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  BackupCommand(Setup setup) {
    this.setup = setup;
  }

  @Override
  public String path() {
    return "backup";
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path target = file.toAbsolutePath();
    Path making = target.resolveSibling(target.getFileName() + ".making");
    createForOwnerOnly(making);
    OpenDatabase database = setup.openDatabase();
    try {
      new PostgresTool(database)
          .run(
              "pg_dump",
              List.of("--format=custom", "--no-owner", "--no-privileges", "--file=" + making));
      Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      database.closeWhenUnused();
      Files.deleteIfExists(making);
    }
    System.out.printf(
        Locale.ROOT,
        "Backed up to %s (%.1f MB). Keep the secret key (%s) as well, in another place.%n",
        target,
        Files.size(target) / 1e6,
        setup.secretKey().isPresent()
            ? "GRIDWARD_SECRET_KEY"
            : setup.data().resolve("secret.key").toString());
    return Program.DONE;
  }

  private static void createForOwnerOnly(Path making) throws IOException {
    try {
      Files.deleteIfExists(making);
      Files.createFile(
          making,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (IOException e) {
      throw new Refusal("The file " + making + " cannot be written.");
    }
  }
}
