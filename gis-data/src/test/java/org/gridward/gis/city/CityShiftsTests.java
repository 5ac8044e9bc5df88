package org.gridward.gis.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.gis.demo.WorkerRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityShiftsTests {

  private static final City CITY = City.of(7, 60);

  /** The second and third have a change of clocks in their two weeks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-08-03T01:20:00Z Asia/Shanghai",
        "2026-03-06T12:00:00Z America/New_York",
        "2026-10-20T23:59:00Z Europe/Berlin"
      })
  void leavesEverybodyTimeToSleepAndTwoDaysOff(String when) {
    Instant from = Instant.parse(when.split(" ")[0]);
    ZoneId zone = ZoneId.of(when.split(" ")[1]);
    List<CityShift> plan = CityShifts.around(CITY, from, zone);
    Map<String, List<CityShift>> byWorker =
        plan.stream().collect(Collectors.groupingBy(CityShift::login));
    assertThat(byWorker).containsOnlyKeys(CITY.workers().stream().map(WorkerRow::login).toList());
    byWorker.values().forEach(shifts -> assertThatOneCanLiveWith(shifts));
    for (int hour = 0; hour < 13 * 24; hour++) {
      Instant at = from.plus(Duration.ofHours(hour));
      assertThat(plan.stream().anyMatch(s -> !at.isBefore(s.from()) && at.isBefore(s.to())))
          .as(at.toString())
          .isTrue();
    }
    assertThat(CityShifts.around(City.of(7, 60), from, zone)).isEqualTo(plan);
  }

  private static void assertThatOneCanLiveWith(List<CityShift> shifts) {
    assertThat(shifts.size()).isBetween(9, 12); // of 15 days
    for (int i = 0; i < shifts.size(); i++) {
      CityShift shift = shifts.get(i);
      assertThat(Duration.between(shift.from(), shift.to())).isBetween(hours(7), hours(9));
      if (i > 0) {
        assertThat(Duration.between(shifts.get(i - 1).to(), shift.from()))
            .isGreaterThanOrEqualTo(hours(15));
      }
    }
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  @Test
  void hasEachTurnAmongThreeNeighbours() {
    Instant monday = Instant.parse("2026-08-03T00:00:00Z");
    List<CityShift> plan = CityShifts.around(CITY, monday, ZoneId.of("UTC"));
    Map<Integer, Long> begins =
        plan.stream()
            .filter(shift -> List.of("worker01", "worker02", "worker03").contains(shift.login()))
            .map(shift -> shift.from().atZone(ZoneId.of("UTC")).getHour())
            .collect(Collectors.groupingBy(hour -> hour, Collectors.counting()));
    assertThat(begins).containsOnlyKeys(6, 14, 22);
  }
}
