package org.gridward.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridward.bench.s6.SpringBroker;
import org.gridward.gis.city.CityLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridward bench}: runs the figures of docs/benchmarks.md on a scratch installation of its
 * own and prints them.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measures S1, S2, S3, S4, S5, S6, S7 and S9 beside their limits and peers; 'places' how"
            + " fast places are found; 'locate-accuracy' how well cells agree with a city's own"
            + " words; 'browser' the console and the wall in Chromium; 'soak' a wall left alone;"
            + " 'kill' runs the kill rounds.")
public final class Bench implements Callable<Integer> {

  static final String CATEGORY = "street-light";

  private static final String PASSWORD = "bench operator password";

  /** What needs every worker on duty from the beginning. */
  private static final Set<String> ON_DUTY = Set.of("BROWSER", "SOAK", "KILL");

  /** The word by which the program calls itself to be S6's peer. */
  static final String PEER = "spring-broker";

  @Parameters(
      arity = "0..*",
      paramLabel = "FIGURE",
      description =
          "S1 S2 S3 S4 S5 S6 S7 S9 places locate-accuracy browser soak kill; without any, S1 to"
              + " S9.")
  private List<String> wanted = List.of();

  private final Path launcher = Path.of("gridward").toAbsolutePath();

  @Option(
      names = "--port",
      description = "A free port for the scratch server (default ${DEFAULT-VALUE}).")
  private int port = 8477;

  @Option(
      names = "--city",
      description =
          "The folder of a real city (boroughs.geojson, neighbourhoods.geojson, tracts, requests)"
              + " for S4, S5, S9, places and locate-accuracy.")
  private @Nullable Path city;

  @Option(
      names = "--raw",
      description = "Where raw figures are appended (default ${DEFAULT-VALUE}).")
  private Path raw = Path.of("bench/target/figures.tsv");

  @Option(names = "--rounds", description = "Kill rounds of each kind (default ${DEFAULT-VALUE}).")
  private int rounds = 30;

  @Option(
      names = "--minutes",
      description =
          "How long each page of 'browser' (default 3) or both pages of 'soak' (default 30) are"
              + " watched.")
  private int minutes;

  /** Runs the benchmarks; the exit code is 0 when they ran, whatever they measured. */
  public static void main(String[] arguments) {
    if (arguments.length == 2 && arguments[0].equals(PEER)) {
      SpringBroker.start(Integer.parseInt(arguments[1]));
      return;
    }
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Set<String> figuresWanted =
        new LinkedHashSet<>(List.of("S9", "S5", "S4", "S6", "S7", "S2", "S3", "S1"));
    if (!wanted.isEmpty()) {
      figuresWanted.clear();
      wanted.forEach(figure -> figuresWanted.add(figure.toUpperCase(Locale.ROOT)));
    }
    Files.createDirectories(raw.toAbsolutePath().getParent());
    Figures figures = new Figures(raw, Clock.systemUTC());
    Path folder = Files.createTempDirectory("gridward-bench-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.out.println("Scratch installation in " + folder);
    if (figuresWanted.remove("S9")) {
      new FirstStartBench(launcher, folder.resolve("s9"), port, city).run(figures);
    }
    if (figuresWanted.remove("S5")) {
      new HeatBench(city).run(figures);
    }
    if (figuresWanted.remove("LOCATE-ACCURACY")) {
      if (city == null) {
        System.err.println("locate-accuracy needs --city FOLDER");
      } else {
        new LocateAccuracyBench(city).run(figures);
      }
    }
    if (!figuresWanted.isEmpty()) {
      onMadeUpCity(figuresWanted, figures, folder.resolve("city"));
    }
    System.out.println();
    System.out.println(figures.table());
    return 0;
  }

  private void onMadeUpCity(Set<String> wantedHere, Figures figures, Path folder) throws Exception {
    Files.createDirectories(folder);
    try (Installation installation = new Installation(launcher, folder, port)) {
      String key = prepare(installation, folder, !Collections.disjoint(wantedHere, ON_DUTY));
      for (String figure : wantedHere) {
        System.out.println(figure);
        switch (figure) {
          case "S1" -> new IntakeBench(installation, key).run(figures);
          case "S2" -> new DispatchLatencyBench(installation, key).run(figures);
          case "S3" -> new PositionsBench(installation, key).run(figures);
          case "S4" -> new LocateBench(installation, city).run(figures);
          case "S6" -> new FanoutBench(installation, key, port + 1).run(figures);
          case "S7" -> new TileBench(installation, key).run(figures);
          case "PLACES" -> new PlaceBench(installation, key, city).run(figures);
          case "BROWSER" ->
              new BrowserBench(
                      installation,
                      key,
                      PASSWORD,
                      port + 1,
                      Duration.ofMinutes(minutes > 0 ? minutes : 3))
                  .run(figures);
          case "SOAK" ->
              new SoakBench(
                      installation,
                      key,
                      PASSWORD,
                      port + 1,
                      Duration.ofMinutes(minutes > 0 ? minutes : 30))
                  .run(figures);
          case "KILL" -> new KillRounds(installation, key, rounds).run(figures);
          default -> System.err.println("unknown figure " + figure);
        }
      }
    }
  }

  /**
   * Imports the made-up city and starts the server; returns an operator's API key.
   *
   * @param onDuty whether every worker is on duty from the beginning
   */
  private String prepare(Installation installation, Path folder, boolean onDuty) throws Exception {
    MadeUpCity.write(folder);
    Duration limit = Duration.ofMinutes(5);
    for (CityLevel level : CityLevel.values()) {
      importAreas(installation, folder, level);
    }
    List<String> workers = new ArrayList<>();
    workers.addAll(List.of("import", "workers", folder.resolve("workers.csv").toString()));
    if (onDuty) {
      workers.add("--on-duty");
    }
    installation.gridward(limit, workers.toArray(String[]::new));
    Path password = Files.writeString(folder.resolve("operator.password"), PASSWORD + "\n");
    installation.gridward(
        limit,
        "admin",
        "create-user",
        "operator",
        "--name",
        "Operator",
        "--role",
        "OPERATOR",
        "--password-file",
        password.toString());
    installation.start();
    installation.awaitStartUpCache(Duration.ofMinutes(15));
    return installation.makeKey("operator");
  }

  private static void importAreas(Installation installation, Path folder, CityLevel level)
      throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("import", "areas", folder.resolve(level.fileName()).toString()));
    words.addAll(List.of("--level", level.code(), "--code", "code", "--name", "name_en"));
    words.addAll(List.of("--name-zh", "name_zh"));
    if (level != CityLevel.CITY) {
      words.addAll(List.of("--parent", "parent"));
    }
    if (level == CityLevel.CELL) {
      words.add("--cell");
    }
    installation.gridward(Duration.ofMinutes(5), words.toArray(String[]::new));
  }
}
