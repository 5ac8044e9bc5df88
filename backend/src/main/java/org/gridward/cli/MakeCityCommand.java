package org.gridward.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityIncident;
import org.gridward.gis.city.CityLevel;
import org.gridward.gis.city.CityShifts;
import org.gridward.gis.city.CityYear;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make city}: the files of a made-up city. */
@Command(
    mixinStandardHelpOptions = true,
    description =
        "Writes the files of a MADE-UP city: areas, streets and buildings, addresses, facilities,"
            + " workers, their shifts and a year of incidents, which the imports and 'basemap'"
            + " take. The same seed and size give the same files, with --until and --zone the same"
            + " shifts and incidents too.")
final class MakeCityCommand implements ConsoleCommand {

  @Option(names = "--seed", defaultValue = "7", paramLabel = "N", description = "Default: 7.")
  long seed;

  @Option(
      names = "--cells",
      defaultValue = "160",
      paramLabel = "N",
      description = "How many cells, 20 to 20000. Default: 160.")
  int cells;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Is made where it is not there.")
  Path out;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "When the year of past incidents ends and the shifts begin, 2026-08-01T00:00:00Z."
              + " Default: now.")
  @Nullable Instant until;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Whose days and nights they follow. Default: this machine's.")
  @Nullable ZoneId zone;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  MakeCityCommand() {}

  @Override
  public String path() {
    return "make city";
  }

  @Override
  public Integer call() throws IOException {
    if (cells < City.FEWEST_CELLS || cells > City.MOST_CELLS) {
      throw new Refusal(
          "--cells must be %d to %d, not %d.".formatted(City.FEWEST_CELLS, City.MOST_CELLS, cells));
    }
    City city = City.of(seed, cells);
    city.write(out);
    Instant now = until == null ? Instant.now() : until;
    ZoneId clocks = zone == null ? ZoneId.systemDefault() : zone;
    CityShifts.write(CityShifts.around(city, now, clocks), out.resolve(CityShifts.FILE));
    List<CityIncident> past = CityYear.before(city, now, clocks);
    CityYear.write(past, out.resolve(CityYear.FILE));
    System.out.printf(
        "Wrote a made-up city to %s: %,d cells in %,d communities, %,d past incidents.%n",
        out,
        city.level(CityLevel.CELL).size(),
        city.level(CityLevel.COMMUNITY).size(),
        past.size());
    return Program.DONE;
  }
}
