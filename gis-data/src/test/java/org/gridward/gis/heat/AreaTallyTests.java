package org.gridward.gis.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class AreaTallyTests {

  private static final int NONE = IncidentRow.NONE;
  private static final int NOW = 10_000;
  private final List<IncidentRow> rows = new ArrayList<>();
  private final IncidentColumns columns = new IncidentColumns();
  private final IncidentFilter filter =
      new IncidentFilter(1000, 9000, category -> category != 2, area -> area < 30);

  AreaTallyTests() {
    Random random = new Random(6);
    for (int i = 0; i < 70_000; i++) {
      boolean done = random.nextInt(3) > 0;
      rows.add(
          new IncidentRow(
              i,
              0,
              0,
              random.nextInt(NOW),
              random.nextInt(4),
              random.nextInt(40),
              random.nextInt(5) == 0 ? NONE : random.nextInt(2 * NOW),
              done ? random.nextInt(NOW) : NONE,
              random.nextInt(4) == 0 ? NONE : random.nextInt(900),
              done ? random.nextInt(5000) : NONE));
    }
    columns.putAll(rows);
  }

  private List<IncidentRow> counted(int group) {
    return rows.stream()
        .filter(row -> row.time() >= 1000 && row.time() < 9000)
        .filter(row -> row.category() != 2 && row.area() < 30 && row.area() % 7 == group)
        .toList();
  }

  @Test
  void reckonsWhatCountingOneByOneReckons() {
    List<AreaFigures> found =
        AreaTally.of(columns, filter, 5, area -> area % 7 < 5 ? area % 7 : AreaTally.NO_GROUP, NOW);
    for (int group = 0; group < 5; group++) {
      List<IncidentRow> counted = counted(group);
      List<IncidentRow> due =
          counted.stream()
              .filter(row -> row.due() != NONE && (row.done() != NONE || row.due() < NOW))
              .toList();
      long kept = due.stream().filter(row -> row.done() != NONE && row.done() <= row.due()).count();
      AreaFigures expected =
          new AreaFigures(
              counted.size(),
              counted.stream().filter(row -> row.close() == NONE).count(),
              median(counted, IncidentRow::accept),
              median(counted, IncidentRow::close),
              due.size(),
              kept);
      assertThat(found.get(group)).isEqualTo(expected);
    }
  }

  private static int median(List<IncidentRow> rows, ToIntFunction<IncidentRow> value) {
    List<Integer> sorted =
        rows.stream().mapToInt(value).filter(each -> each != NONE).sorted().boxed().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  @Test
  void knowsNothingOfAnEmptyGroup() {
    List<AreaFigures> found = AreaTally.of(columns, filter, 1, _ -> AreaTally.NO_GROUP, NOW);
    assertThat(found).containsExactly(new AreaFigures(0, 0, null, null, 0, 0));
  }

  @Test
  void countsOverTime() {
    int[] edges = {1000, 1010, 2000, 5000, 9000};
    long[] counts = TimeCounts.of(columns, filter, edges);
    for (int i = 0; i < counts.length; i++) {
      int from = edges[i];
      int to = edges[i + 1];
      long expected =
          rows.stream()
              .filter(row -> row.time() >= from && row.time() < to)
              .filter(row -> row.category() != 2 && row.area() < 30)
              .count();
      assertThat(counts[i]).isEqualTo(expected);
    }
    var span = TimeCounts.span(columns, filter).orElseThrow();
    assertThat(span.first()).isBetween(1000, 1010);
    assertThat(span.last()).isBetween(8990, 8999);
    assertThat(TimeCounts.span(columns, filter.at(20_000, 30_000))).isEmpty();
  }
}
