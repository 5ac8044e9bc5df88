package org.gridward.workforce.imports;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
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

/** {@code import shifts FILE.csv}. */
@Component
@Command(
    name = "shifts",
    description = "Import planned times of duty from a CSV file with the columns login, from, to",
    sortOptions = false,
    mixinStandardHelpOptions = true)
class ImportShiftsCommand implements ConsoleCommand {

  private static final int SHOWN_FAULTS = 1_000;

  private final ShiftImport shifts;

  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "FILE.csv",
      description = "times as 2026-08-03T08:00+08:00, or without the last part in --zone")
  Path file;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "of times that do not say theirs, such as Asia/Shanghai; default: this machine's")
  @Nullable ZoneId zone;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "of the file, such as GB18030; default: UTF-8")
  @Nullable Charset encoding;

  @SuppressWarnings("NullAway.Init") // picocli sets the rest
  ImportShiftsCommand(ShiftImport shifts) {
    this.shifts = shifts;
  }

  @Override
  public String path() {
    return "import shifts";
  }

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      return refuse("cannot read " + file);
    }
    try {
      ImportReport report =
          shifts.run(file, encoding, zone == null ? ZoneId.systemDefault() : zone);
      var out = spec.commandLine().getOut();
      report.faults().stream().limit(SHOWN_FAULTS).forEach(fault -> out.println("row " + fault));
      out.println(report.summary());
      out.flush();
      return report.isClean() ? 0 : 1;
    } catch (UnreadableFile e) {
      return refuse(String.valueOf(e.getMessage()));
    }
  }

  private int refuse(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return 2;
  }
}
