package org.gridward.gis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.junit.jupiter.api.Test;

class DemoDayTests {
  private final DemoDistrict district = DemoDistrict.of(7);
  private final DemoDay day = DemoDay.in(district, 7);

  @Test
  void isTheSameEveryTimeAndOtherEveryDay() {
    assertThat(DemoDay.in(district, 7).incidents(3, 500)).isEqualTo(day.incidents(3, 500));
    assertThat(day.incidents(4, 500)).isNotEqualTo(day.incidents(3, 500));
  }

  @Test
  void comesInTheOrderOfTimeWithTheRhythmOfADay() {
    List<DemoIncident> incidents = day.incidents(1, 5000);
    assertThat(incidents).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(incidents).allMatch(incident -> incident.at().compareTo(Duration.ofDays(1)) < 0);
    assertThat(between(incidents, 8, 10)).isGreaterThan(3 * between(incidents, 2, 4));
  }

  @Test
  void liesInCellsSaveForAFew() {
    List<DemoArea> cells = district.level(DemoLevel.CELL);
    CellIndex index =
        CellIndex.build(
            IntStream.range(0, cells.size())
                .mapToObj(i -> new CellShape(i, cells.get(i).code(), cells.get(i).boundary()))
                .toList());
    long outside =
        day.incidents(1, 5000).stream()
            .filter(incident -> index.locate(incident.lon(), incident.lat()) == CellIndex.NONE)
            .count();
    assertThat(outside).isBetween(20L, 100L);
  }

  private static long between(List<DemoIncident> incidents, int fromHour, int toHour) {
    return incidents.stream()
        .filter(i -> i.at().toHours() >= fromHour && i.at().toHours() < toHour)
        .count();
  }
}
