package org.gridward.gis.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gridward.gis.cells.CellIndex;
import org.gridward.gis.cells.CellShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityHomesTests {

  @ParameterizedTest
  @CsvSource({"7, 60", "3, 200"})
  void housesEveryHouseholdOfEveryCell(long seed, int count) {
    City city = City.of(seed, count);
    Map<String, Integer> households = new HashMap<>();
    Map<Long, String> codes = new HashMap<>();
    var shapes =
        city.level(CityLevel.CELL).stream()
            .map(cell -> new CellShape(Long.parseLong(cell.code()), cell.code(), cell.boundary()))
            .peek(shape -> codes.put(shape.id(), shape.code()))
            .toList();
    CellIndex index = CellIndex.build(shapes);
    int all = 0;
    int people = 0;
    for (CityHome home : city.homes()) {
      assertThat(codes.get(index.locate(home.lon(), home.lat()))).isEqualTo(home.cell());
      assertThat(home.people()).isGreaterThanOrEqualTo(home.households());
      households.merge(home.cell(), home.households(), Integer::sum);
      all += home.households();
      people += home.people();
    }
    for (CityArea cell : city.level(CityLevel.CELL)) {
      assertThat(households.get(cell.code())).as(cell.code()).isEqualTo(cell.households());
    }
    assertThat(people / (double) all).isBetween(2.3, 2.7);
    assertThat(city.homes()).isEqualTo(City.of(seed, count).homes());
  }
}
