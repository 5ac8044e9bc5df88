package org.gridward.cli.replay;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.incident.Channel;
import org.gridward.incident.IncidentIntake;
import org.gridward.incident.NewReport;
import org.gridward.incident.PastIncident;
import org.gridward.incident.Place;
import org.gridward.incident.Taken;
import org.gridward.shared.Actor;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import incidents}: the past of a city, straight into the database. */
@Component
@Command(
    mixinStandardHelpOptions = true,
    description =
        "Takes past reports from a CSV file in as what they became: closed ones closed at their"
            + " time, the others open. Checked as any report; the same row is never taken twice.")
class ImportIncidentsCommand implements ConsoleCommand {

  private static final int BATCH = 1_000;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV with a heading, perhaps gzipped.")
  Path file;

  @Option(
      names = "--columns",
      required = true,
      paramLabel = "MEANING=COL,…",
      description =
          "Which column holds what: category, created (required), description, lon, lat, address,"
              + " closed, id.")
  String columns;

  @Option(
      names = "--zone",
      defaultValue = "UTC",
      paramLabel = "ZONE",
      description = "Time zone of times without an offset, like America/New_York. Default: UTC.")
  String zone;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Of the file, such as GB18030. Default: UTF-8.")
  @Nullable Charset encoding;

  @Option(names = "--report", paramLabel = "FILE.json", description = "Where to write every fault.")
  @Nullable Path report;

  private final IncidentIntake intake;
  private final ImportConsole console;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  ImportIncidentsCommand(IncidentIntake intake, ImportConsole console) {
    this.intake = intake;
    this.console = console;
  }

  @Override
  public String path() {
    return "import incidents";
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new ParameterException(spec.commandLine(), "The file " + file + " cannot be read.");
    }
    long started = System.nanoTime();
    ImportReport.Tally tally = new ImportReport.Tally();
    try (PastReports reports =
        new PastReports(file, encoding, Columns.parse(columns), ZoneId.of(zone), tally::fault)) {
      take(reports, tally);
    } catch (IllegalArgumentException
        | DateTimeException
        | PastReports.MissingColumn
        | UnreadableFile e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    System.out.printf(
        Locale.ROOT, "%s in %.1f s: ", file.getFileName(), (System.nanoTime() - started) / 1e9);
    return console.finish(System.out, tally.report(), report);
  }

  private void take(PastReports reports, ImportReport.Tally tally) {
    Progress progress = console.progress(System.err, "incidents");
    List<PastReport> batch = new ArrayList<>(BATCH);
    long done = 0;
    for (Optional<PastReport> row = reports.next(); row.isPresent(); row = reports.next()) {
      batch.add(row.get());
      if (batch.size() == BATCH) {
        take(batch, tally);
        done += batch.size();
        progress.at(done, OptionalLong.empty());
        batch.clear();
      }
    }
    take(batch, tally);
    progress.at(done + batch.size(), OptionalLong.of(done + batch.size()));
  }

  private void take(List<PastReport> batch, ImportReport.Tally tally) {
    if (batch.isEmpty()) {
      return;
    }
    List<Taken> answers =
        intake.acceptPast(batch.stream().map(ImportIncidentsCommand::incident).toList());
    for (int i = 0; i < answers.size(); i++) {
      switch (answers.get(i)) {
        case Taken.Stored stored when stored.receipt().repeated() -> tally.unchanged();
        case Taken.Stored stored -> tally.created();
        case Taken.LeftOut left ->
            tally.fault(
                batch.get(i).row(),
                left.reason().code(),
                String.valueOf(left.reason().getMessage()));
      }
    }
  }

  private static PastIncident incident(PastReport row) {
    Double lon = row.lon();
    Double lat = row.lat();
    String text = row.address().isEmpty() ? null : row.address();
    NewReport report =
        new NewReport(
            Channel.IMPORT,
            Actor.SYSTEM,
            row.category(),
            null,
            new Place(lon, lat, null, text),
            row.description(),
            List.of(),
            null,
            row.created(),
            row.id(),
            row.key());
    return new PastIncident(report, row.closed().orElse(null), null);
  }
}
