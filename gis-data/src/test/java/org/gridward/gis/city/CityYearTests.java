package org.gridward.gis.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityYearTests {

  private static final Instant END = Instant.parse("2026-08-01T03:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final City CITY = City.of(7, 60);

  private final List<CityIncident> year = CityYear.before(CITY, END, ZONE);

  @TempDir Path folder;

  @Test
  void isTheSameEveryTime() throws IOException {
    Path file = folder.resolve("one.csv");
    Path other = folder.resolve("other.csv");
    CityYear.write(year, file);
    CityYear.write(CityYear.before(City.of(7, 60), END, ZONE), other);
    assertThat(other).hasSameBinaryContentAs(file);
  }

  @Test
  void everyIncidentLiesInTheCellItClaimsAndIsThereOnce() {
    List<CityArea> cells = CITY.level(CityLevel.CELL);
    CellIndex index =
        CellIndex.build(
            IntStream.range(0, cells.size())
                .mapToObj(i -> new CellShape(i, cells.get(i).code(), cells.get(i).boundary()))
                .toList());
    Set<String> ids = new HashSet<>();
    for (CityIncident incident : year) {
      CityAddress address = incident.address();
      long cell = index.locate(address.lon(), address.lat());
      assertThat(cells.get((int) cell).code()).isEqualTo(address.cell());
      assertThat(ids.add(incident.id())).as(incident.id()).isTrue();
    }
    assertThat(year).hasSizeBetween(60 * 100, 60 * 160);
  }

  @Test
  void endsAtItsMomentAndIsAlmostAllClosed() {
    assertThat(year).isSortedAccordingTo((a, b) -> a.created().compareTo(b.created()));
    assertThat(year.getFirst().created()).isAfter(END.minus(Duration.ofDays(367)));
    assertThat(year.getLast().created()).isBetween(END.minus(Duration.ofHours(12)), END);
    assertThat(year)
        .filteredOn(incident -> incident.closed() != null)
        .hasSizeGreaterThan(year.size() * 98 / 100)
        .allMatch(incident -> !incident.closed().isBefore(incident.created()))
        .allMatch(incident -> incident.closed().isBefore(END));
    assertThat(year)
        .filteredOn(incident -> incident.closed() == null)
        .isNotEmpty()
        .allMatch(incident -> incident.created().isAfter(END.minus(Duration.ofHours(31))));
  }

  @Test
  void hasTheRhythmOfDaysWeeksAndSeasons() {
    assertThat(share("litter", at -> at.getDayOfWeek() == DayOfWeek.MONDAY)).isGreaterThan(0.2);
    assertThat(share("noise", at -> at.getHour() >= 19 || at.getHour() <= 2)).isGreaterThan(0.6);
    assertThat(year)
        .filteredOn(incident -> incident.text().contains("radiators"))
        .isNotEmpty()
        .allMatch(
            incident ->
                local(incident).getMonthValue() % 12 < 5 || local(incident).getMonthValue() >= 10);
    assertThat(all(at -> at.getHour() == 8)).isGreaterThan(3 * all(at -> at.getHour() == 3));
  }

  @Test
  void noiseGathersAndMovesWithinTheYear() {
    String winter = busiest(at -> at.getMonthValue() <= 2);
    String summer = busiest(at -> at.getMonthValue() == 6 || at.getMonthValue() == 7);
    assertThat(winter).isNotEqualTo(summer);
  }

  @Test
  void keepsMostOfWhatTheCataloguePromises() throws IOException {
    Map<String, Duration> promises = promises();
    assertThat(promises).hasSizeGreaterThan(10);
    Map<String, List<CityIncident>> closed =
        year.stream()
            .filter(incident -> incident.closed() != null)
            .collect(Collectors.groupingBy(CityIncident::category));
    assertThat(promises).containsKeys(closed.keySet().toArray(String[]::new));
    closed.forEach(
        (category, cases) -> {
          long late =
              cases.stream()
                  .filter(
                      one ->
                          Duration.between(one.created(), one.closed())
                                  .compareTo(promises.get(category))
                              > 0)
                  .count();
          assertThat((double) late / cases.size()).as(category).isBetween(0.02, 0.25);
        });
  }

  /** By category, from filing to feedback, as the default catalogue has them. */
  private static Map<String, Duration> promises() throws IOException {
    String catalogue =
        Files.readString(Path.of("../backend/src/main/resources/db/migration/V040__rulebook.sql"));
    Matcher row =
        Pattern.compile("\\('([a-z-]+)', +1,.*'(\\d+) hours', +now\\(\\)\\)").matcher(catalogue);
    Map<String, Duration> promises = new HashMap<>();
    while (row.find()) {
      promises.put(row.group(1), Duration.ofHours(Long.parseLong(row.group(2))));
    }
    return promises;
  }

  private String busiest(Predicate<ZonedDateTime> when) {
    var counts = new java.util.TreeMap<String, Integer>();
    year.stream()
        .filter(incident -> incident.category().equals("noise") && when.test(local(incident)))
        .forEach(incident -> counts.merge(incident.address().cell(), 1, Integer::sum));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    var most = counts.entrySet().stream().max(java.util.Map.Entry.comparingByValue()).orElseThrow();
    assertThat(most.getValue()).isGreaterThan(all / 12);
    return most.getKey();
  }

  private double share(String category, Predicate<ZonedDateTime> when) {
    List<CityIncident> some =
        year.stream().filter(incident -> incident.category().equals(category)).toList();
    return (double) some.stream().filter(incident -> when.test(local(incident))).count()
        / some.size();
  }

  private long all(Predicate<ZonedDateTime> when) {
    return year.stream().filter(incident -> when.test(local(incident))).count();
  }

  private static ZonedDateTime local(CityIncident incident) {
    return incident.created().atZone(ZONE);
  }
}
