package org.gridward.cli.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridward replay}. */
@Command(
    mixinStandardHelpOptions = true,
    description =
        "Feeds past reports from a CSV file to a running server through its public API, as if they"
            + " came in now. The same row is never taken twice, so it may be run again.")
public final class ReplayCommand implements ConsoleCommand {

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
      names = "--speed",
      defaultValue = "1",
      paramLabel = "N|max",
      description = "Times faster than it was; 'max': as fast as the server takes it. Default: 1.")
  String speed;

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

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The server. Default: the one on this machine.")
  @Nullable String url;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "API key of an operator. Default: GRIDWARD_API_KEY, which others cannot read.")
  @Nullable String key;

  @Option(names = "--from", paramLabel = "TIME", description = "Begin at this time of the file.")
  @Nullable String from;

  @Option(names = "--no-closings", description = "Play the reports only.")
  boolean noClosings;

  @Option(
      names = "--times",
      paramLabel = "file|now",
      description = "When a report counts as made. Default: 'file' at --speed max, else 'now'.")
  @Nullable String times;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Requests at the same time. Default: 48 at --speed max, else 16.")
  @Nullable Integer connections;

  private final String ownUrl;

  /**
   * @param ownUrl the server of this installation
   */
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  public ReplayCommand(String ownUrl) {
    this.ownUrl = ownUrl;
  }

  @Override
  public String path() {
    return "replay";
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isReadable(file)) {
      throw wrong("The file " + file + " cannot be read.");
    }
    String apiKey = key != null ? key : System.getenv("GRIDWARD_API_KEY");
    if (apiKey == null || apiKey.isBlank()) {
      throw wrong(
          "An API key of an operator is needed, in GRIDWARD_API_KEY or --key; './gridward admin"
              + " create-key' makes one.");
    }
    try {
      return play(apiKey, options());
    } catch (IllegalArgumentException
        | java.time.DateTimeException
        | PastReports.MissingColumn
        | UnreadableFile e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private ReplayOptions options() {
    double faster = Pace.parse(speed);
    if (times != null && !times.equals("file") && !times.equals("now")) {
      throw new IllegalArgumentException("--times must be file or now, not " + times);
    }
    if (connections != null && connections < 1) {
      throw new IllegalArgumentException("--connections must be 1 or more, not " + connections);
    }
    int requests = connections != null ? connections : Double.isInfinite(faster) ? 48 : 16;
    return new ReplayOptions(
        faster,
        from == null ? null : new PastTime(ZoneId.of(zone)).parseOption(from),
        !noClosings,
        Math.max(2, requests));
  }

  private int play(String apiKey, ReplayOptions options) throws IOException, InterruptedException {
    boolean keepTimes = times != null ? times.equals("file") : Double.isInfinite(options.speed());
    Tally tally = new Tally();
    long start = System.nanoTime();
    try (PastReports reports =
            new PastReports(file, encoding, Columns.parse(columns), ZoneId.of(zone), tally::fault);
        IntakeClient client =
            new IntakeClient(URI.create(url == null ? ownUrl : url), apiKey, keepTimes)) {
      Replay replay = new Replay(reports, client, options, tally);
      CountDownLatch finished = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(replay, finished)));
      try (Progress ignored = new Progress(replay, tally, System.err)) {
        replay.run();
      }
      int code = finish(replay, tally, Duration.ofNanos(System.nanoTime() - start));
      finished.countDown();
      return code;
    }
  }

  /** On Ctrl-C: lets the requests under way finish and the summary be printed. */
  private static void end(Replay replay, CountDownLatch finished) {
    replay.stop();
    try {
      if (!finished.await(10, TimeUnit.SECONDS)) {
        System.err.println("gridward: gave up waiting for the last requests.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int finish(Replay replay, Tally tally, Duration took) {
    tally.firstFaults().forEach(System.err::println);
    System.out.printf(
        Locale.ROOT,
        "%,d reported, %,d were known already, %,d closed, %,d had been ended by others, faults %s;"
            + " %.1f s, up to %s%n",
        tally.reported.sum(),
        tally.known.sum(),
        tally.settled.sum(),
        tally.endedByOthers.sum(),
        tally.faults(),
        took.toMillis() / 1000.0,
        replay.now);
    return tally.faults().isEmpty() ? 0 : 1;
  }
}
