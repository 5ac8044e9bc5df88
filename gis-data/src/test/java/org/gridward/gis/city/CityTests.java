package org.gridward.gis.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.gridward.gis.demo.WorkerRow;
import org.gridward.gis.partition.CodeScheme;
import org.gridward.gis.partition.Ground;
import org.gridward.gis.partition.PartitionCheck;
import org.gridward.gis.partition.PartitionCheck.Division;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;

class CityTests {

  private static final City CITY = City.of(7, 60);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 20", "-5, 47", "7, 200", "2026, 200", "3, 2000"})
  void dividesTheGroundExactlyOnEveryLevel(long seed, int cells) {
    City city = City.of(seed, cells);
    assertThat(city.level(CityLevel.CELL)).hasSize(cells);
    Map<String, List<CityArea>> below = new HashMap<>();
    city.areas().stream()
        .filter(area -> area.parent() != null)
        .forEach(area -> below.computeIfAbsent(area.parent(), k -> new ArrayList<>()).add(area));
    for (CityLevel level : CityLevel.values()) {
      List<Division> divisions =
          city.level(level).stream()
              .filter(area -> below.containsKey(area.code()))
              .map(area -> new Division(ground(area), grounds(below.get(area.code()))))
              .toList();
      assertThat(level == CityLevel.CELL || !divisions.isEmpty()).isTrue();
      var findings = PartitionCheck.check(grounds(city.level(level)), divisions);
      assertThat(findings.faults()).as(level.code()).isEmpty();
      assertThat(findings.nestings()).as(level.code()).isEmpty();
    }
    below.forEach((code, parts) -> assertThat(codesOf(parts)).as(code).isSorted());
    city.areas().stream()
        .filter(area -> below.containsKey(area.code()))
        .forEach(area -> isExactly(area, below.get(area.code())));
  }

  private static List<String> codesOf(List<CityArea> areas) {
    return areas.stream().map(CityArea::code).toList();
  }

  private static void isExactly(CityArea area, List<CityArea> parts) {
    Geometry union =
        CoverageUnion.union(parts.stream().map(CityArea::boundary).toArray(Geometry[]::new));
    assertThat(union.norm().equalsExact(area.boundary().norm())).as(area.code()).isTrue();
    int households = parts.stream().mapToInt(CityArea::households).sum();
    assertThat(area.households()).isEqualTo(households);
  }

  private static Ground ground(CityArea area) {
    return new Ground(area.code(), area.boundary());
  }

  private static List<Ground> grounds(List<CityArea> areas) {
    return areas.stream().map(CityTests::ground).toList();
  }

  @Test
  void isTheSameByteForByteAndAnotherForAnotherSeed() throws IOException {
    CITY.write(folder.resolve("one"));
    City.of(7, 60).write(folder.resolve("two"));
    City.of(8, 60).write(folder.resolve("other"));
    try (Stream<Path> files = Files.list(folder.resolve("one"))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        assertThat(folder.resolve("two").resolve(name)).hasSameBinaryContentAs(file);
        if (!name.equals("README.txt")) {
          assertThat(Files.mismatch(file, folder.resolve("other").resolve(name))).isNotEqualTo(-1);
        }
      }
    }
  }

  @Test
  void cellsHaveThreeToFiveHundredHouseholdsAndOneGround() {
    assertThat(CITY.level(CityLevel.CELL))
        .allMatch(cell -> cell.households() >= 300 && cell.households() <= 500)
        .allMatch(cell -> cell.boundary().getNumGeometries() == 1);
    double mean =
        CITY.level(CityLevel.CELL).stream().mapToInt(CityArea::households).average().orElseThrow();
    assertThat(mean).isBetween(370.0, 430.0);
  }

  @Test
  void codesFollowTheSchemeAndCountFromNorthToSouthAndWestToEast() {
    CodeScheme scheme = CodeScheme.parse("6+3+3+3");
    Map<CityLevel, Integer> digits =
        Map.of(
            CityLevel.CITY, 6,
            CityLevel.DISTRICT, 6,
            CityLevel.SUBDISTRICT, 9,
            CityLevel.COMMUNITY, 12,
            CityLevel.CELL, scheme.length());
    Map<String, List<CityArea>> below = new HashMap<>();
    for (CityArea area : CITY.areas()) {
      assertThat(area.code()).hasSize(digits.get(area.level())).matches("99[0-9]+");
      if (area.level().compareTo(CityLevel.DISTRICT) > 0) {
        assertThat(area.code()).startsWith(area.parent());
      }
      below.computeIfAbsent(String.valueOf(area.parent()), k -> new ArrayList<>()).add(area);
    }
    assertThat(codesOf(CITY.areas())).doesNotHaveDuplicates();
    below.values().forEach(CityTests::countsAsOneReads);
  }

  /** Rows as even as can be, found again from the codes alone. */
  private static void countsAsOneReads(List<CityArea> siblings) {
    int rows = Math.max(1, (int) Math.round(Math.sqrt(siblings.size())));
    double above = Double.MAX_VALUE;
    for (int row = 0; row < rows; row++) {
      List<CityArea> line =
          siblings.subList(siblings.size() * row / rows, siblings.size() * (row + 1) / rows);
      assertThat(line.stream().map(area -> area.boundary().getCentroid().getX())).isSorted();
      double north =
          line.stream().mapToDouble(area -> area.boundary().getCentroid().getY()).max().orElse(0);
      assertThat(north).isLessThanOrEqualTo(above);
      above =
          line.stream().mapToDouble(area -> area.boundary().getCentroid().getY()).min().orElse(0);
    }
  }

  @Test
  void everyAddressLiesInItsCellAndIsThereOnce() {
    List<CityArea> cells = CITY.level(CityLevel.CELL);
    CellIndex index =
        CellIndex.build(
            IntStream.range(0, cells.size())
                .mapToObj(i -> new CellShape(i, cells.get(i).code(), cells.get(i).boundary()))
                .toList());
    Set<String> texts = new HashSet<>();
    for (CityAddress address : CITY.addresses()) {
      long cell = index.locate(address.lon(), address.lat());
      assertThat(cells.get((int) cell).code()).isEqualTo(address.cell());
      assertThat(texts.add(address.textEn())).as(address.textEn()).isTrue();
    }
    assertThat(texts).hasSizeGreaterThan(20 * cells.size());
  }

  @Test
  void namesAreThereInBothLanguagesAndTheirOwn() {
    Set<String> en = new HashSet<>();
    Set<String> zh = new HashSet<>();
    for (CityArea area : CITY.areas()) {
      assertThat(en.add(area.name().en())).as(area.name().en()).isTrue();
      assertThat(zh.add(area.name().zh())).as(area.name().zh()).isTrue();
      assertThat(area.name().zh()).matches("[\\p{IsHan}0-9（）]+");
    }
    assertThat(CITY.areas())
        .filteredOn(area -> area.level().compareTo(CityLevel.SUBDISTRICT) <= 0)
        .allMatch(area -> area.name().en().contains("made up"))
        .allMatch(area -> area.name().zh().contains("虚构"));
  }

  @Test
  void everyCellHasOneMainAndABackup() {
    List<String> main = new ArrayList<>();
    Set<String> backup = new HashSet<>();
    for (WorkerRow worker : CITY.workers()) {
      main.addAll(worker.cells());
      backup.addAll(worker.backupCells());
      assertThat(worker.cells()).doesNotContainAnyElementsOf(worker.backupCells()).isNotEmpty();
    }
    List<String> cells = codesOf(CITY.level(CityLevel.CELL));
    assertThat(main).containsExactlyInAnyOrderElementsOf(cells);
    assertThat(backup).containsExactlyInAnyOrderElementsOf(cells);
  }

  @Test
  void refusesSizesThatAreNoCity() {
    assertThatThrownBy(() -> City.of(1, 19)).hasMessageContaining("20 to 20000 cells, not 19");
    assertThatThrownBy(() -> City.of(1, 20_001)).hasMessageContaining("not 20001");
  }
}
