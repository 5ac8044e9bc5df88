package org.gridward.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.gridward.grid.TestGround.District;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class AreasIT {

  @Autowired TestGround ground;
  @Autowired Areas areas;
  @Autowired CellLocator locator;
  @Autowired JdbcClient jdbc;
  @Autowired Journal journal;
  @Autowired TransactionTemplate transactions;

  @Test
  void walksTheTreeBothWays() {
    District district = ground.district(2, 3);
    Area cell = district.cells().get(4);
    assertThat(areas.listChildren(district.top().id())).isEqualTo(district.communities());
    assertThat(areas.listCells(district.communities().get(1).path()))
        .isEqualTo(district.cells().subList(3, 6));
    assertThat(areas.listPath(cell.path()))
        .containsExactly(district.top(), district.communities().get(1), cell);
    assertThat(areas.findByCode(cell.code())).contains(cell);
    assertThat(areas.listChildren(null)).contains(district.top());
  }

  @Test
  void saysWhichAreaIsUnknown() {
    assertThatThrownBy(() -> areas.getByCode("nowhere"))
        .isInstanceOf(AreaUnknown.class)
        .hasMessageContaining("'nowhere'");
  }

  @Test
  void locatesTheCellOfAPoint() {
    District district = ground.district(2, 3);
    var centre = district.centre(4);
    assertThat(locator.locate(centre.lon(), centre.lat())).contains(district.cells().get(4));
    assertThat(locator.locate(centre.lon(), centre.lat() + 10)).isEmpty();
  }

  @Test
  void givesAPointOnASharedBorderToTheLowestCode() {
    District district = ground.district(1, 3);
    double border = district.west() + 2 * TestGround.STEP;
    double lat = district.centre(0).lat();
    assertThat(locator.locate(border, lat)).contains(district.cells().get(1));
    assertThat(locator.locateAt(border, lat, Instant.now())).contains(district.cells().get(1));
  }

  @Test
  void knowsNoCellBeforeItsFirstBoundary() {
    District district = ground.district(1, 1);
    var centre = district.centre(0);
    assertThat(locator.locateAt(centre.lon(), centre.lat(), Instant.EPOCH.minusSeconds(1)))
        .isEmpty();
    assertThat(locator.locateAt(centre.lon(), centre.lat(), Instant.EPOCH))
        .contains(district.cells().get(0));
  }

  @Test
  void hearsOfWhatAnotherServerChanged() {
    District district = ground.district(1, 1);
    Area cell = district.cells().get(0);
    jdbc.sql("update area set names = '{\"en\": \"Other\"}' where id = ?")
        .param(cell.id())
        .update();
    assertThat(areas.get(cell.id())).isEqualTo(cell);
    transactions.executeWithoutResult(
        status ->
            journal.append(
                new NewEntry(
                    "areas.changed",
                    cell.path(),
                    new Subject("area-type", "cell"),
                    null,
                    null,
                    Actor.SYSTEM,
                    Map.of())));
    Awaitility.await()
        .untilAsserted(() -> assertThat(areas.get(cell.id()).names()).containsEntry("en", "Other"));
  }
}
