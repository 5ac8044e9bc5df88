package org.gridward.workforce.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.identity.User;
import org.gridward.shared.Actor;
import org.gridward.shared.imports.ImportReport;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestPeople;
import org.gridward.workforce.NewWorker;
import org.gridward.workforce.Shift;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class ShiftImportIT {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Autowired ShiftImport shifts;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Workforce workforce;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private record Hired(String login, Worker worker) {}

  private Hired hire() {
    var area = ground.district(1, 1).top().path();
    User user = people.user(Role.GRID_WORKER, area);
    NewWorker facts = new NewWorker(user.id(), "Worker", null, area, Set.of(), 3, null);
    return new Hired(user.login(), workforce.create(facts, Actor.SYSTEM));
  }

  private ImportReport run(String csv) throws IOException {
    return shifts.run(Files.writeString(folder.resolve("shifts.csv"), csv), null, SHANGHAI);
  }

  @Test
  void plansShiftsInTheirZoneAndTheSameFileTwiceChangesNothing() throws IOException {
    Hired hired = hire();
    String csv =
        "\uFEFFlogin,from,to\n%1$s,2031-05-05 08:00,2031-05-05T16:00\n%1$s,2031-05-05T08:00:00Z,2031-05-05T16:00+02:00\n"
            .formatted(hired.login());
    assertThat(run(csv).summary()).startsWith("2 created, 0 changed, 0 unchanged");
    assertThat(workforce.listShifts(hired.worker().id(), Instant.EPOCH))
        .extracting(Shift::plan)
        .containsExactly(
            plan("2031-05-05T00:00:00Z", "2031-05-05T08:00:00Z"),
            plan("2031-05-05T08:00:00Z", "2031-05-05T14:00:00Z"));
    assertThat(run(csv).summary()).startsWith("0 created, 0 changed, 2 unchanged");
    assertThat(edges(hired)).isEqualTo(3); // one moment ends the first and begins the second
  }

  private long edges(Hired hired) {
    return jdbc.sql(
            "select count(distinct execution_time) from scheduled_tasks"
                + " where task_name = 'shift-edge' and task_instance like :worker")
        .param("worker", hired.worker().id() + "/%")
        .query(Long.class)
        .single();
  }

  private static Shift.Plan plan(String from, String to) {
    return new Shift.Plan(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void putsOnDutyWhoseShiftRuns() throws IOException {
    Hired hired = hire();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    run(
        "login,from,to\n%s,%s,%s\n"
            .formatted(hired.login(), now.minusSeconds(3_600), now.plusSeconds(3_600)));
    assertThat(workforce.listOnDuty(hired.worker().area()))
        .extracting(Worker::id)
        .containsExactly(hired.worker().id());
  }

  @Test
  void collectsEveryFaultAndTakesTheRest() throws IOException {
    Hired hired = hire();
    String operator = people.user(Role.OPERATOR, hired.worker().area()).login();
    ImportReport report =
        run(
            """
            login,from,to
            %1$s,2031-06-01T08:00,2031-06-01T16:00
            %1$s,2031-06-01T15:00,2031-06-01T18:00
            %1$s,2031-06-02T16:00,2031-06-02T08:00
            %1$s,2031-06-03T08:00,2031-06-06T08:00
            %1$s,tomorrow,2031-06-04T08:00
            %2$s,2031-06-01T08:00,2031-06-01T16:00
            nobody-at-all,2031-06-01T08:00,
            """
                .formatted(hired.login(), operator));
    assertThat(report.created()).isEqualTo(1);
    assertThat(report.faults())
        .extracting(fault -> fault.number() + " " + fault.code())
        .containsExactly(
            "3 shift-overlaps",
            "4 invalid-shift",
            "5 invalid-shift",
            "6 invalid-time",
            "7 unknown-worker",
            "8 unknown-worker",
            "8 invalid-time");
  }

  @Test
  void livesThroughDamagedFiles() throws IOException {
    Hired hired = hire();
    byte[] sound =
        "login,from,to\n%1$s,2032-05-05T08:00,2032-05-05T16:00\n%1$s,2032-05-06T08:00,2032-05-06T16:00\n"
            .formatted(hired.login())
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(11);
    for (int round = 0; round < 150; round++) {
      byte[] damaged = sound.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged.csv"), damaged);
      try {
        assertThat(shifts.run(file, null, SHANGHAI).changed()).isZero();
      } catch (UnreadableFile e) {
        assertThat(e.code()).isIn("file-damaged", "encoding-unclear"); // the command says why
      }
    }
  }
}
