package org.gridward.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.gis.city.City;
import org.gridward.gis.city.CityAddress;
import org.gridward.gis.demo.WorkerRow;
import org.junit.jupiter.api.Test;

class DemoWorkersTests {

  private static final City CITY = City.of(7, 160);

  @Test
  void everyStationHasSomebodyWhoIsPlayed() {
    List<String> played = DemoPreparation.playedIn(CITY);
    Set<String> stations =
        CITY.workers().stream()
            .filter(worker -> played.contains(worker.login()))
            .map(WorkerRow::unit)
            .collect(Collectors.toSet());
    assertThat(stations)
        .isEqualTo(CITY.workers().stream().map(WorkerRow::unit).collect(Collectors.toSet()));
    assertThat(played)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(DemoAccount.SHOWN.stream().map(DemoAccount::login).toList());
  }

  @Test
  void aWorkerWalksAmongTheHousesOfTheOwnCells() {
    DemoGround ground = DemoGround.of(CITY);
    WorkerRow worker = CITY.workers().getLast();
    Set<String> cells = new HashSet<>(worker.cells());
    cells.addAll(worker.backupCells());
    Set<Spot> houses =
        CITY.addresses().stream()
            .filter(address -> cells.contains(address.cell()))
            .map(DemoWorkersTests::spot)
            .collect(Collectors.toSet());
    assertThat(ground.beat(worker.login())).isNotEmpty().allMatch(houses::contains);
    assertThat(ground.beat("nobody")).hasSize(CITY.addresses().size());
  }

  private static Spot spot(CityAddress address) {
    return new Spot(address.lon(), address.lat());
  }
}
