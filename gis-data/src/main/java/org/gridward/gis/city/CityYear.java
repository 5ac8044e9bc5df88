package org.gridward.gis.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What was reported in the city in the year that ends at a moment: quiet at night, busy in the
 * morning and the evening, rubbish on Mondays, noise at week's end, cold flats in winter, water
 * after rain, trees after storms, around places that change with the months. Almost all of it is
 * closed. The same city, moment and zone give the same year.
 */
public final class CityYear {

  /** Its name in the city's folder. */
  public static final String FILE = "incidents.csv";

  private static final int DAYS = 365;
  private static final double PER_CELL_AND_DAY = 0.35;
  private static final Duration OPEN_FOR = Duration.ofHours(30);

  /** How busy each hour is, relative to the others. */
  private static final int[] HOURS = {
    3, 2, 1, 1, 1, 2, 5, 9, 11, 10, 8, 7, 7, 7, 6, 6, 8, 10, 11, 10, 8, 7, 6, 4
  };

  private final City city;
  private final Instant end;
  private final ZoneId zone;
  private final HotSpots spots;
  private final List<List<Building>> byCell = new ArrayList<>();
  private final List<CityIncident> incidents = new ArrayList<>();

  private CityYear(City city, Instant end, ZoneId zone) {
    this.city = city;
    this.end = end;
    this.zone = zone;
    this.spots = new HotSpots(city, new Random(city.seed() + 5));
    city.cellOfPlot.forEach(cell -> byCell.add(new ArrayList<>()));
    HotSpots.addressed(city).forEach(building -> byCell.get(building.plot()).add(building));
    byCell.removeIf(List::isEmpty);
  }

  /**
   * The incidents in the order of their times.
   *
   * @param zone whose clock the rhythm follows
   */
  public static List<CityIncident> before(City city, Instant end, ZoneId zone) {
    return new CityYear(city, end, zone).draw();
  }

  /**
   * Writes them for {@code import incidents} and {@code replay}. What is open has no words for its
   * place, so that the gazetteer names it in both languages.
   */
  public static void write(List<CityIncident> incidents, Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(
          "id", "category", "description", "lon", "lat", "address", "created", "closed", "cell");
      for (CityIncident incident : incidents) {
        Instant closed = incident.closed();
        csv.writeRecord(
            incident.id(),
            incident.category(),
            incident.text(),
            Double.toString(incident.address().lon()),
            Double.toString(incident.address().lat()),
            closed == null ? "" : incident.address().textZh(),
            incident.created().toString(),
            closed == null ? "" : closed.toString(),
            incident.address().cell());
      }
    }
  }

  private List<CityIncident> draw() {
    LocalDate last = end.atZone(zone).toLocalDate();
    for (LocalDate day = last.minusDays(DAYS); !day.isAfter(last); day = day.plusDays(1)) {
      draw(day);
    }
    incidents.sort(Comparator.comparing(CityIncident::created).thenComparing(CityIncident::id));
    return incidents;
  }

  private void draw(LocalDate day) {
    Random random = new Random(city.seed() * 31 + day.toEpochDay());
    random.nextInt();
    Weather weather = Weather.of(day, city.seed());
    double busy =
        (day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.75 : 1)
            * (weather.storm() ? 1.8 : weather.rain() ? 1.15 : 1)
            * (1 + 0.12 * random.nextGaussian());
    int count = (int) Math.round(Math.max(0, city.cellOfPlot.size() * PER_CELL_AND_DAY * busy));
    for (int number = 0; number < count; number++) {
      draw(day, number, weather, random);
    }
  }

  private void draw(LocalDate day, int number, Weather weather, Random random) {
    int hour = hour(random);
    ZonedDateTime at = day.atTime(hour, 0).atZone(zone).plusSeconds(random.nextInt(3_600));
    Topic topic = topic(hour, day.getDayOfWeek(), weather, random);
    double season = (day.getDayOfYear() - 1) / 366.0;
    List<Building> near = spots.of(topic.category(), season, weather.rain(), random);
    List<Building> among = near.isEmpty() ? byCell.get(random.nextInt(byCell.size())) : near;
    Building building = among.get(random.nextInt(among.size()));
    String[] text = topic.texts().get(random.nextInt(topic.texts().size()));
    double hours = Math.exp(Math.log(topic.hours()) + 0.8 * random.nextGaussian());
    Instant created = at.toInstant();
    Instant closed = created.plusSeconds((long) (hours * 3_600));
    if (created.isBefore(end.minus(OPEN_FOR)) && !closed.isBefore(end)) {
      closed = created.plus(Duration.between(created, end).dividedBy(2));
    }
    if (created.isBefore(end)) {
      incidents.add(
          new CityIncident(
              "%s-%04d".formatted(day, number),
              topic.code(),
              text[1] + " / " + text[0],
              CityAddress.of(building, city.cellOfPlot.get(building.plot())),
              created,
              closed.isBefore(end) ? closed : null));
    }
  }

  private static int hour(Random random) {
    int left = random.nextInt(Arrays.stream(HOURS).sum());
    int hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour++];
    }
    return hour;
  }

  private static Topic topic(int hour, DayOfWeek day, Weather weather, Random random) {
    double sum = Topic.ALL.stream().mapToDouble(t -> t.weightOn(hour, day, weather)).sum();
    double left = random.nextDouble() * sum;
    for (Topic topic : Topic.ALL) {
      left -= topic.weightOn(hour, day, weather);
      if (left < 0) {
        return topic;
      }
    }
    return Topic.ALL.getLast();
  }
}
