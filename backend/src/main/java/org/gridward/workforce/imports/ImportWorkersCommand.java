package org.gridward.workforce.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportReport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import workers FILE.csv}. */
@Component
@Command(
    name = "workers",
    description = "Import grid workers, their cells and skills from a CSV file ",
    sortOptions = false,
    mixinStandardHelpOptions = true)
class ImportWorkersCommand implements ConsoleCommand {

  private static final int SHOWN_FAULTS = 1_000;

  private final WorkerImport workers;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE.csv", description = "the file; lists inside a field use ';'")
  Path file;

  @Option(names = "--name", defaultValue = "name", description = "column of the name")
  String name;

  @Option(names = "--login", defaultValue = "login", description = "column of the login")
  String login;

  @Option(names = "--cells", defaultValue = "cells", description = "column of the cells' codes")
  String cells;

  @Option(names = "--rank", defaultValue = "rank", description = "column of the rank")
  String rank;

  @Option(names = "--skills", defaultValue = "skills", description = "column of the skills")
  String skills;

  @Option(
      names = "--backup-cells",
      defaultValue = "backup_cells",
      description = "column of the cells for which the worker stands in")
  String backupCells;

  @Option(names = "--unit", defaultValue = "unit", description = "column of the unit's code")
  String unit;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "of the file, such as GB18030; default: UTF-8")
  @Nullable Charset encoding;

  @Option(
      names = "--passwords-to",
      paramLabel = "FILE",
      description = "write random first passwords of new logins to this new file (mode 0600)")
  @Nullable Path passwordsTo;

  @Option(names = "--on-duty", description = "put new workers on duty at once")
  boolean onDuty;

  ImportWorkersCommand(WorkerImport workers) {
    this.workers = workers;
  }

  @Override
  public String path() {
    return "import workers";
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      return refuse("cannot read " + file);
    }
    try {
      ImportReport report = passwordsTo == null ? run(null) : runWithPasswords(passwordsTo);
      tell(report);
      return report.isClean() ? 0 : 1;
    } catch (UnreadableFile e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (FileAlreadyExistsException e) {
      return refuse(e.getFile() + " is there already; name a new file");
    }
  }

  private ImportReport runWithPasswords(Path target) throws IOException {
    try (InitialPasswords passwords = new InitialPasswords(target)) {
      return run(passwords);
    }
  }

  private ImportReport run(@Nullable InitialPasswords passwords) {
    WorkerColumns columns = new WorkerColumns(name, login, cells, rank, skills, backupCells, unit);
    return workers.run(
        file,
        new WorkerImport.Options(
            columns,
            encoding,
            user -> passwords == null ? null : passwords.make(user),
            onDuty,
            done -> spec.commandLine().getErr().println(done + " rows")));
  }

  private void tell(ImportReport report) {
    var out = spec.commandLine().getOut();
    report.faults().stream().limit(SHOWN_FAULTS).forEach(fault -> out.println("row " + fault));
    out.println(report.summary());
    out.flush();
  }

  private int refuse(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return 2;
  }
}
