package org.gridward.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class PositionDaysIT {

  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void makesDaysAheadAndDropsOldOnes() {
    days("2030-01-01T23:30:00Z").keepUp();
    assertThat(partitions("203001"))
        .containsExactly(
            "worker_position_20300101",
            "worker_position_20300102",
            "worker_position_20300103",
            "worker_position_20300104",
            "worker_position_20300105",
            "worker_position_20300106",
            "worker_position_20300107",
            "worker_position_20300108");
    days("2030-02-05T00:30:00Z").keepUp();
    assertThat(partitions("203001"))
        .containsExactly(
            "worker_position_20300106", "worker_position_20300107", "worker_position_20300108");
    new PositionDays(jdbc, transaction, Clock.systemUTC(), 30).keepUp();
  }

  @Test
  void putsAFixIntoThePartitionOfItsDay() {
    Instant day = Instant.parse("2031-06-15T12:00:00Z");
    days(day.toString()).keepUp();
    new PositionTable(jdbc, Clock.fixed(day, ZoneOffset.UTC))
        .copy(
            List.of(
                new Position(
                    4_711,
                    13.5,
                    52.25,
                    day.minusSeconds(60),
                    4.5f,
                    null,
                    1.25f,
                    null,
                    AreaPath.ROOT,
                    AreaPath.ROOT)));
    assertThat(
            jdbc.queryForObject(
                "select worker_id || ' ' || lon || ' ' || lat || ' ' || accuracy_metres || ' ' ||"
                    + " coalesce(heading_degrees::text, '-') from worker_position_20310615",
                String.class))
        .isEqualTo("4711 13.5 52.25 4.5 -");
    new PositionDays(jdbc, transaction, Clock.systemUTC(), 30).keepUp();
  }

  private PositionDays days(String now) {
    return new PositionDays(jdbc, transaction, Clock.fixed(Instant.parse(now), ZoneOffset.UTC), 30);
  }

  private List<String> partitions(String month) {
    return jdbc.queryForList(
        "select relname from pg_class where relkind = 'r' and relname like ? order by relname",
        String.class,
        "worker\\_position\\_" + month + "%");
  }
}
