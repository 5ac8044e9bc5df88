package org.gridward.grid.dwellings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.Dwelling;
import org.gridward.grid.ResidentCount;
import org.gridward.grid.Residents;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Households and people come in from files and are counted where they live. */
@PostgisTest
class HouseholdsIT {

  private static final AtomicInteger SOURCES = new AtomicInteger();

  @TempDir Path folder;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired DwellingTable table;
  @Autowired Residents residents;
  @Autowired Areas areas;
  @Autowired ImportConsole console;
  @Autowired JsonMapper json;
  @LocalServerPort int port;
  private District mine;
  private String source = "";

  @BeforeEach
  void makeADistrict() {
    mine = ground.district(2, 3);
    source = "test-" + SOURCES.incrementAndGet();
  }

  private JsonNode take(String csv, int exit) throws IOException {
    return take(csv.getBytes(StandardCharsets.UTF_8), exit);
  }

  private JsonNode take(byte[] csv, int exit) throws IOException {
    ImportHouseholdsCommand command = new ImportHouseholdsCommand(table, areas, console);
    command.file = Files.write(folder.resolve("homes.csv"), csv);
    command.source = source;
    command.report = folder.resolve("report.json");
    assertThat(command.call()).isEqualTo(exit);
    return json.readTree(Files.readString(command.report));
  }

  private JsonNode shown(Area area) {
    TestClient leader = TestClient.withKey(port, people.key(Role.LEADER, mine.top().path()));
    return leader.get("/api/areas/" + area.id() + "/residents").json();
  }

  private void awaitCount(Area area, long households, long persons) {
    await()
        .untilAsserted(
            () ->
                assertThat(residents.count(area.path()))
                    .isEqualTo(new ResidentCount(households, persons)));
  }

  @Test
  void countsEveryPointInTheCellItLiesIn() throws IOException {
    Random random = new Random(5);
    int[] households = new int[6];
    int[] persons = new int[6];
    StringBuilder csv = new StringBuilder("lon,lat,households,people\n");
    for (int i = 0; i < 600; i++) {
      int cell = random.nextInt(6);
      double lon = mine.west() + (cell + 0.05 + 0.9 * random.nextDouble()) * TestGround.STEP;
      double lat = mine.south() + (0.05 + 0.9 * random.nextDouble()) * TestGround.STEP;
      int many = random.nextInt(4);
      int heads = many + random.nextInt(5);
      households[cell] += many;
      persons[cell] += heads;
      csv.append("%s,%s,%d,%d\n".formatted(lon, lat, many, heads));
    }
    assertThat(take(csv.toString(), 0).at("/created").asInt()).isEqualTo(600);
    assertThat(take(csv.toString(), 0).at("/unchanged").asInt()).isEqualTo(600);
    awaitCount(mine.cells().get(5), households[5], persons[5]);
    for (int i = 0; i < 6; i++) {
      assertThat(residents.count(mine.cells().get(i).path()))
          .isEqualTo(new ResidentCount(households[i], persons[i]));
    }
    JsonNode first = shown(mine.communities().getFirst());
    assertThat(first.at("/people").asLong()).isEqualTo(persons[0] + persons[1] + persons[2]);
    assertThat(first.at("/parts/1/households").asLong()).isEqualTo(households[1]);
    assertThat(shown(mine.top()).at("/parts").size()).isEqualTo(2);
  }

  @Test
  void spreadsTheCountOfACellOverItsGround() throws IOException {
    Area cell = mine.cells().getFirst();
    take("cell,households,people\n%s,401,1003\n".formatted(cell.code()), 0);
    awaitCount(cell, 401, 1_003);
    double west = mine.west();
    double middle = west + TestGround.STEP / 2;
    Envelope half = new Envelope(west, middle, mine.south(), mine.south() + TestGround.STEP);
    int inHalf = residents.list(half).stream().mapToInt(Dwelling::people).sum();
    assertThat(inHalf).isBetween(380, 620);
    JsonNode again = take("cell,households,people\n%s,401,1003\n".formatted(cell.code()), 0);
    assertThat(again.at("/unchanged").asInt()).isEqualTo(1);
    take("cell,households,people\n%s,10,20\n".formatted(mine.cells().get(1).code()), 0);
    awaitCount(mine.cells().get(1), 10, 20);
    assertThat(residents.count(cell.path())).isEqualTo(new ResidentCount(0, 0));
  }

  @Test
  void addsRowsOfOnePointAndTellsEveryFault() throws IOException {
    String here = "%s,%s".formatted(mine.centre(0).lon(), mine.centre(0).lat());
    JsonNode report =
        take(
            """
            lon,lat,households,people,cell
            %1$s,1,2,
            %1$s,1,3,
            %1$s,-1,3,
            %1$s,1,,
            %1$s,99999999999,3,
            x,y,1,1,
            500,0,1,1,
            ,,1,1,
            ,,1,1,nowhere
            ,,1,1,%2$s
            ,,1,1,%3$s
            ,,1,1,%3$s
            """
                .formatted(here, mine.top().code(), mine.cells().get(1).code()),
            1);
    assertThat(report.at("/faults").valueStream().map(fault -> fault.at("/code").asString()))
        .containsExactly(
            "households-malformed",
            "people-missing",
            "households-malformed",
            "geometry-unreadable",
            "place-malformed",
            "place-missing",
            "unknown-cell",
            "not-a-cell",
            "cell-duplicate");
    awaitCount(mine.cells().getFirst(), 2, 5);
  }

  @Test
  void readsAnyBytesWithoutFallingOver() throws IOException {
    Random random = new Random(9);
    byte[] good =
        "lon,lat,households,people\n%s,%s,1,2\n"
            .formatted(mine.centre(0).lon(), mine.centre(0).lat())
            .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 60; i++) {
      byte[] bad = good.clone();
      for (int k = 0; k < 1 + random.nextInt(6); k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      ImportHouseholdsCommand command = new ImportHouseholdsCommand(table, areas, console);
      command.file = Files.write(folder.resolve("bad.csv"), bad);
      command.source = source;
      command.dryRun = true;
      try {
        assertThat(command.call()).isBetween(0, 1);
      } catch (Problem refused) {
        assertThat(refused.code()).isNotBlank();
      }
    }
  }
}
