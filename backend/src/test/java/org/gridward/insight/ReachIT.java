package org.gridward.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.gridward.facility.Facilities;
import org.gridward.facility.FacilityFacts;
import org.gridward.gis.geometry.Geodesic;
import org.gridward.gis.streets.Snap;
import org.gridward.gis.streets.StreetFile;
import org.gridward.gis.streets.StreetGraphBuilder;
import org.gridward.gis.streets.StreetGraphBuilder.Speeds;
import org.gridward.gis.streets.StreetNetwork;
import org.gridward.gis.streets.Travel;
import org.gridward.gis.streets.Trip;
import org.gridward.grid.Area;
import org.gridward.grid.CellLocator;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.shared.Actor;
import org.gridward.streets.Streets;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Checked against one way from each home to each facility, on streets made at random. */
@PostgisTest
class ReachIT {

  private static final int HOMES = 400;
  private static final double WIDE = 10 * TestGround.STEP;
  private static final String KIND = "pharmacy";

  @TempDir static Path folder;

  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Facilities facilities;
  @Autowired CellLocator cells;
  @Autowired JdbcClient jdbc;
  @Autowired Streets streets;
  @LocalServerPort int port;

  private final Random random = new Random(21);
  private final List<double[]> homes = new ArrayList<>();
  private final List<double[]> places = new ArrayList<>();
  private District district;
  private TestClient leader;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("gridward.data-folder", folder::toString);
  }

  private void city() throws IOException {
    district = ground.district(2, 5);
    leader = TestClient.withKey(port, people.key(Role.LEADER, district.top().path()));
    for (int i = 0; i < HOMES; i++) {
      double[] home = anywhere();
      homes.add(home);
      jdbc.sql(
              """
              insert into place (source, code, kind, names, number, number_key, street_key, location)
              values ('reach', ?, 'ADDRESS', '{"en": "S"}', '1', '1', 's',
                      ST_SetSRID(ST_MakePoint(?, ?), 4326))
              """)
          .params(UUID.randomUUID().toString(), home[0], home[1])
          .update();
    }
    for (int i = 0; i < 3; i++) {
      double[] place = anywhere();
      places.add(place);
      facilities.create(facts(place, i == 0 ? "24/7" : "off"), Actor.SYSTEM);
    }
    StreetGraphBuilder builder = new StreetGraphBuilder();
    int rows = 4;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < 8; j++) {
        double west = district.west() + j * WIDE / 8;
        double south = district.south() + i * TestGround.STEP / rows;
        if (j < 7) {
          builder.add(
              8 * i + j, 8 * i + j + 1, new Speeds(5, 0, 0), west, south, west + WIDE / 8, south);
        }
        if (i < rows - 1 && random.nextInt(3) == 0) {
          builder.add(
              8 * i + j,
              8 * i + j + 8,
              new Speeds(3, 0, 0),
              west,
              south,
              west,
              south + TestGround.STEP / rows);
        }
      }
    }
    new StreetFile(builder.build(), "© streets").write(folder.resolve("streets.gws"));
    assertThat(streets.find()).isPresent();
  }

  private double[] anywhere() {
    return new double[] {
      district.west() + random.nextDouble() * WIDE,
      district.south() + random.nextDouble() * TestGround.STEP
    };
  }

  private static FacilityFacts facts(double[] place, String hours) {
    return new FacilityFacts(
        UUID.randomUUID().toString(),
        KIND,
        Map.of("en", "Pharmacy"),
        place[0],
        place[1],
        null,
        hours,
        null,
        null,
        null,
        null);
  }

  private boolean isNearByStreet(double[] home, List<double[]> counted, int minutes) {
    StreetNetwork network = streets.find().orElseThrow().network();
    Optional<Snap> door = network.snap(home[0], home[1], Travel.ON_FOOT);
    double straight = minutes * 60 * Trip.WALKING_METRES_PER_SECOND;
    for (double[] place : counted) {
      Optional<Snap> street = network.snap(place[0], place[1], Travel.ON_FOOT);
      boolean near =
          door.isPresent() && street.isPresent()
              ? network
                  .from(door.get(), Travel.ON_FOOT)
                  .to(street.get())
                  .filter(trip -> trip.seconds() <= minutes * 60)
                  .isPresent()
              : Geodesic.metres(home[0], home[1], place[0], place[1]) <= straight;
      if (near) {
        return true;
      }
    }
    return false;
  }

  private boolean isNearStraight(double[] home, int metres) {
    return places.stream()
        .anyMatch(place -> Geodesic.metres(home[0], home[1], place[0], place[1]) <= metres);
  }

  @Test
  void countsThoseOutOfReachAsBruteForceDoes() throws IOException {
    city();
    for (int minutes : new int[] {1, 3, 5, 10}) {
      String ask = "/api/insight/reach?kind=" + KIND + "&area=" + district.top().id();
      JsonNode all = leader.get(ask + "&minutes=" + minutes + "&level=cells").json();
      assertThat(all.path("distance").asString()).isIn("street", "mixed");
      assertThat(all.path("attribution").asString()).isEqualTo("© streets");
      check(all, home -> isNearByStreet(home, places, minutes));
      JsonNode open = leader.get(ask + "&minutes=" + minutes + "&level=cells&open=true").json();
      check(open, home -> isNearByStreet(home, places.subList(0, 1), minutes));
      assertThat(open.path("facilities").size()).isEqualTo(1);
      JsonNode straight = leader.get(ask + "&metres=" + 100 * minutes + "&level=cells").json();
      assertThat(straight.path("distance").asString()).isEqualTo("straight-line");
      check(straight, home -> isNearStraight(home, 100 * minutes));
    }
    belowAndRefusals();
  }

  private void check(JsonNode answer, java.util.function.Predicate<double[]> near) {
    Map<Long, int[]> expected = new HashMap<>();
    int out = 0;
    for (double[] home : homes) {
      long cell = cells.locate(home[0], home[1]).map(Area::id).orElseThrow();
      int[] count = expected.computeIfAbsent(cell, _ -> new int[2]);
      count[0]++;
      if (!near.test(home)) {
        count[1]++;
        out++;
      }
    }
    assertThat(answer.at("/all/all").asInt()).isEqualTo(HOMES);
    assertThat(answer.at("/all/out").asInt()).isEqualTo(out);
    assertThat(answer.path("items").size()).isEqualTo(district.cells().size());
    int before = Integer.MAX_VALUE;
    for (JsonNode row : answer.path("items")) {
      int[] count = expected.getOrDefault(row.path("id").asLong(), new int[2]);
      assertThat(row.at("/count/all").asInt()).isEqualTo(count[0]);
      assertThat(row.at("/count/out").asInt()).isEqualTo(count[1]).isLessThanOrEqualTo(before);
      before = count[1];
    }
  }

  private void belowAndRefusals() {
    String ask = "/api/insight/reach?minutes=3&kind=" + KIND;
    JsonNode below = leader.get(ask + "&area=" + district.top().id()).json();
    assertThat(below.path("items").size()).isEqualTo(2);
    double sum = 0;
    for (JsonNode row : below.path("items")) {
      sum += row.at("/count/out").asDouble();
    }
    assertThat(below.at("/all/out").asDouble()).isEqualTo(sum);
    JsonNode everything = leader.get(ask).json();
    assertThat(everything.at("/items/0/id").asLong()).isEqualTo(district.top().id());
    assertThat(everything.at("/all").equals(below.at("/all"))).isTrue();
    assertThat(leader.get(ask + "&of=people").json().at("/all/all").asInt()).isZero();
    assertThat(leader.get(ask + "&of=incidents").code()).isEqualTo("bad-filter");
    assertThat(leader.get(ask + "&metres=100").code()).isEqualTo("reach-invalid");
    assertThat(leader.get(ask.replace("minutes=3", "minutes=500")).code())
        .isEqualTo("reach-invalid");
    assertThat(leader.get(ask.replace(KIND, "castle")).code()).isEqualTo("facility-kind-unknown");
  }
}
