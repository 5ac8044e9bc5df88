package org.gridward.incident.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.incident.Place;
import org.gridward.incident.Placement;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class PlaceResolverIT {

  private static final int POINTS = 2000;

  @Autowired PlaceResolver places;
  @Autowired TestGround ground;
  @Autowired JdbcClient jdbc;

  /** Every cell of the database, one by one: no index, no order but the rule's. */
  private Optional<Long> bruteForce(double lon, double lat) {
    return jdbc.sql(
            """
            select a.id from area a join area_boundary b on b.area_id = a.id
            where a.cell and a.retired_at is null
              and ST_Covers(b.boundary, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326))
            order by a.code limit 1
            """)
        .param("lon", lon)
        .param("lat", lat)
        .query(Long.class)
        .optional();
  }

  /** Random points in and around the district; one in four exactly on a line of its grid. */
  private static double coordinate(Random random, double from, int steps) {
    int step = random.nextInt(steps + 2) - 1;
    double within = random.nextInt(4) == 0 ? 0 : random.nextDouble();
    return from + (step + within) * TestGround.STEP;
  }

  @Test
  void findsTheSameCellAsLookingAtEveryOne() {
    District district = ground.district(2, 4);
    Random random = new Random(20261122);
    int inside = 0;
    for (int i = 0; i < POINTS; i++) {
      double lon = coordinate(random, district.west(), 8);
      double lat = coordinate(random, district.south(), 1);
      ResolvedPlace place = places.resolve(Place.point(lon, lat));
      Optional<Long> expected = bruteForce(lon, lat);
      assertThat(Optional.ofNullable(place.cellId())).as("%s %s", lon, lat).isEqualTo(expected);
      assertThat(place.placement())
          .isEqualTo(expected.isPresent() ? Placement.IN_CELL : Placement.OUTSIDE);
      inside += expected.isPresent() ? 1 : 0;
    }
    assertThat(inside).isBetween(POINTS / 10, POINTS * 9 / 10);
  }

  @Test
  void aPointWinsOverACellAndTheWordsAreKept() {
    District district = ground.district(1, 2);
    var centre = district.centre(0);
    ResolvedPlace place =
        places.resolve(
            new Place(centre.lon(), centre.lat(), district.cells().get(1).code(), " at the well "));
    assertThat(place.cellId()).isEqualTo(district.cells().get(0).id());
    assertThat(place.text()).isEqualTo("at the well");
    assertThat(List.of(place.lon(), place.lat())).containsExactly(centre.lon(), centre.lat());
  }
}
