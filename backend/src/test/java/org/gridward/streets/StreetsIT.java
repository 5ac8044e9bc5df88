package org.gridward.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gridward.facility.Facilities;
import org.gridward.facility.FacilityFacts;
import org.gridward.gis.geometry.Geodesic;
import org.gridward.gis.streets.StreetFile;
import org.gridward.gis.streets.StreetGraphBuilder;
import org.gridward.gis.streets.StreetGraphBuilder.Speeds;
import org.gridward.gis.streets.Travel;
import org.gridward.identity.Role;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A river from west to east at 10.000 N, crossed by one bridge in the east: what lies straight
 * across is far on foot.
 */
@PostgisTest
class StreetsIT {

  private static final double SOUTH = 9.999;
  private static final double NORTH = 10.001;
  private static final double WEST = 30.0;
  private static final double EAST = 30.02;

  @TempDir static Path folder;

  @Autowired Streets streets;
  @Autowired Facilities facilities;
  @Autowired TestPeople people;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry properties) {
    properties.add("gridward.data-folder", folder::toString);
  }

  @BeforeEach
  void riverWithABridge() throws IOException {
    StreetGraphBuilder builder = new StreetGraphBuilder();
    Speeds street = new Speeds(5, 30, 30);
    builder.add(0, 1, street, WEST, SOUTH, EAST, SOUTH);
    builder.add(1, 2, new Speeds(5, 30, 0), EAST, SOUTH, EAST, NORTH);
    builder.add(2, 3, street, EAST, NORTH, WEST, NORTH);
    put(builder, "© the river's makers");
  }

  private void put(StreetGraphBuilder builder, String attribution) throws IOException {
    Path beside = folder.resolve("new");
    new StreetFile(builder.build(), attribution).write(beside);
    Files.move(
        beside, folder.resolve(Streets.FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> streets.find().map(Streets.Edition::attribution).orElse("").equals(attribution));
  }

  @Test
  void goesOverTheBridgeAndNotThroughTheRiver() {
    Way way = streets.from(WEST, SOUTH, Travel.ON_FOOT).to(WEST, NORTH);
    double straight = Geodesic.metres(WEST, SOUTH, WEST, NORTH);
    double around = straight + 2 * Geodesic.metres(WEST, SOUTH, EAST, SOUTH);
    assertThat(way.distance()).isEqualTo(Way.Measured.STREET);
    assertThat(way.metres()).isCloseTo(around, within(1.0));
    assertThat(way.seconds()).isCloseTo(around * 3.6 / 5, within(1.0));
    Way back = streets.from(WEST, NORTH, Travel.ON_FOOT).to(WEST, SOUTH);
    assertThat(back.metres()).isCloseTo(way.metres(), within(1e-6));
    // the bridge is one way for cars
    assertThat(streets.from(WEST, SOUTH, Travel.BY_CAR).to(WEST, NORTH).distance())
        .isEqualTo(Way.Measured.STREET);
    assertThat(streets.from(WEST, NORTH, Travel.BY_CAR).to(WEST, SOUTH))
        .isEqualTo(Way.straight(straight));
    // 500 m from every street
    assertThat(streets.from(WEST, SOUTH, Travel.ON_FOOT).to(WEST, SOUTH - 0.005).distance())
        .isEqualTo(Way.Measured.STRAIGHT_LINE);
  }

  @Test
  void theNearestIsTheOneOnThisSideAndTheAnswerSaysHowItWasMeasured() {
    long across = library(WEST, NORTH);
    long thisSide = library(WEST + 0.01, SOUTH);
    long offTheStreets = library(WEST, SOUTH - 0.02);
    TestClient anybody = TestClient.anonymous(port);
    String ask = "/api/facilities/nearest?kind=library&limit=3&lon=" + WEST + "&lat=" + SOUTH;
    var answer = anybody.get(ask).json();
    assertThat(answer.path("distance").asString()).isEqualTo("mixed");
    assertThat(answer.path("attribution").asString()).isEqualTo("© the river's makers");
    assertThat(answer.at("/items/0/facility/id").asLong()).isEqualTo(thisSide);
    assertThat(answer.at("/items/0/distance").asString()).isEqualTo("street");
    assertThat(answer.at("/items/0/seconds").asLong()).isBetween(700L, 900L);
    assertThat(answer.at("/items/1/facility/id").asLong()).isEqualTo(offTheStreets);
    assertThat(answer.at("/items/1/distance").asString()).isEqualTo("straight-line");
    assertThat(answer.at("/items/1/seconds").isNull()).isTrue();
    assertThat(answer.at("/items/2/facility/id").asLong()).isEqualTo(across);
    assertThat(anybody.get(ask.replace("limit=3", "limit=1")).json().path("distance").asString())
        .isEqualTo("street");
    assertThat(
            anybody
                .get(ask.replace("kind=library&", ""))
                .json()
                .at("/items/0/facility/id")
                .asLong())
        .isEqualTo(thisSide);
    assertThat(anybody.get(ask + "&by=boat").code()).isEqualTo("travel-unknown");
  }

  private long library(double lon, double lat) {
    return facilities
        .create(
            new FacilityFacts(
                UUID.randomUUID().toString(),
                "library",
                Map.of("en", "Library"),
                lon,
                lat,
                null,
                null,
                null,
                null,
                null,
                null),
            Actor.SYSTEM)
        .id();
  }

  @Test
  void takesUpANewNetworkAndToldWaysAreForThoseSignedIn() throws IOException {
    TestClient worker = TestClient.withKey(port, people.key(Role.GRID_WORKER, AreaPath.ROOT));
    String way = "/api/streets/way?from=%s,%s&to=%s,%s".formatted(WEST, SOUTH, WEST, NORTH);
    var before = worker.get(way).json();
    assertThat(before.path("distance").asString()).isEqualTo("street");
    String version = worker.get("/api/streets").json().path("version").asString();

    StreetGraphBuilder bridgeInTheWest = new StreetGraphBuilder();
    bridgeInTheWest.add(0, 1, new Speeds(5, 0, 0), WEST, SOUTH, WEST, NORTH);
    put(bridgeInTheWest, "© others");
    assertThat(worker.get(way).json().path("metres").asDouble())
        .isCloseTo(Geodesic.metres(WEST, SOUTH, WEST, NORTH), within(0.2));
    assertThat(worker.get(way + "&by=car").json().path("distance").asString())
        .isEqualTo("straight-line");
    var now = worker.get("/api/streets").json();
    assertThat(now.path("version").asString()).isNotEqualTo(version);
    assertThat(now.path("stretches").asInt()).isEqualTo(1);

    assertThat(worker.get("/api/streets/way?from=1&to=2,3").code()).isEqualTo("place-malformed");
    Files.writeString(folder.resolve(Streets.FILE), "damaged");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> worker.get("/api/streets").json().path("version").isNull());
    assertThat(worker.get(way).json().path("distance").asString()).isEqualTo("straight-line");
  }
}
