package org.gridward.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.identity.Role;
import org.gridward.incident.IncidentQuery;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.Placement;
import org.gridward.incident.Stage;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestClient;
import org.gridward.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@PostgisTest
class ShiftIT {

  @LocalServerPort int port;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Incidents incidents;
  @Autowired JdbcClient jdbc;

  private District district;
  private TestClient operator;

  @BeforeEach
  void meet() {
    district = ground.district(1, 2);
    operator = signedIn(Role.OPERATOR, district.top().path());
  }

  private TestClient signedIn(Role role, AreaPath area) {
    return TestClient.signedIn(port, people.user(role, area).login(), TestPeople.PASSWORD);
  }

  private JsonNode summary(String more) {
    return operator.get("/api/shift-summary?area=" + district.top().id() + more).json();
  }

  /** Random incidents of the last two days, put into the table as they may stand there. */
  private void fill(Random random, Instant now) {
    for (int i = 0; i < 120; i++) {
      Stage stage = List.of(Stage.values()).get(random.nextInt(8));
      Instant reported = now.minus(Duration.ofMinutes(random.nextInt(2880)));
      boolean filed = stage != Stage.COLLECTED;
      jdbc.sql(
              """
              insert into incident (id, category_code, category_version, severity, stage, placement,
                area_path, channel, reported_at, filed_at, due_at, closed_at, keeper)
              values (gen_random_uuid(), 'noise', 1, 'NORMAL', ?, ?, ?, 'IMPORT', ?,
                      ?::timestamptz, ?::timestamptz, ?::timestamptz, ?::bigint)
              """)
          .params(
              stage.name(),
              random.nextInt(5) == 0 ? "NEEDS_LOCATING" : "IN_CELL",
              district.cells().get(random.nextInt(2)).path().value(),
              utc(reported))
          .param(filed ? utc(reported) : null)
          .param(filed ? utc(now.plus(Duration.ofMinutes(random.nextInt(600) - 300))) : null)
          .param(stage.open() ? null : utc(reported.plus(Duration.ofMinutes(random.nextInt(60)))))
          .param(random.nextInt(4) == 0 ? 7L : null)
          .update();
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private List<IncidentView> all() {
    Set<Stage> every = EnumSet.allOf(Stage.class);
    return incidents
        .list(new IncidentQuery(List.of(district.top().path()), every, null, false, null, 10_000))
        .items();
  }

  @Test
  void countsWhatAWalkThroughAllCounts() {
    Instant now = Instant.now();
    fill(new Random(5), now);
    List<IncidentView> all = all();
    for (int hours : new int[] {1, 8, 24, 47}) {
      Instant since = now.minus(Duration.ofHours(hours));
      JsonNode counts = summary("&since=" + since).path("counts");
      Predicate<IncidentView> ended =
          one -> one.closedAt() != null && !one.closedAt().isBefore(since);
      check(
          counts,
          "came",
          all,
          one -> !one.compact().reportedAt().isBefore(since) && one.stage() != Stage.DISMISSED);
      check(
          counts,
          "closed",
          all,
          ended.and(one -> one.stage() == Stage.CLOSED || one.stage() == Stage.EVALUATED));
      check(counts, "dismissed", all, ended.and(one -> one.stage() == Stage.DISMISSED));
      check(counts, "open", all, one -> one.stage().open());
      check(counts, "late", all, one -> one.stage().open() && isLate(one));
      check(
          counts,
          "waiting",
          all,
          one -> one.stage() == Stage.COLLECTED || one.stage() == Stage.FILED);
      check(counts, "toVerify", all, one -> one.stage() == Stage.FED_BACK);
      check(
          counts,
          "toLocate",
          all,
          one -> one.stage().open() && one.compact().placement() == Placement.NEEDS_LOCATING);
      check(counts, "kept", all, one -> one.stage().open() && one.compact().keeper() != null);
    }
    JsonNode summary = summary("");
    assertThat(summary.path("late").size())
        .isEqualTo((int) Math.min(50, summary.at("/counts/late").asInt()));
    assertThat(summary.path("kept").size()).isEqualTo(summary.at("/counts/kept").asInt());
  }

  private static boolean isLate(IncidentView one) {
    Instant due = one.compact().dueAt();
    return one.stage() != Stage.FED_BACK && due != null && due.isBefore(Instant.now());
  }

  private static void check(
      JsonNode counts, String name, List<IncidentView> all, Predicate<IncidentView> which) {
    assertThat(counts.path(name).asLong()).as(name).isEqualTo(all.stream().filter(which).count());
  }

  @Test
  void theNextShiftReadsTheNoteAndCountsFromIt() {
    Map<String, Object> body =
        Map.of("areaId", district.top().id(), "note", "运河街停水，物业已知。\nCall them at six.");
    JsonNode written = operator.post("/api/shift-notes", body).json();
    TestClient next = signedIn(Role.OPERATOR, district.communities().getFirst().path());
    JsonNode read =
        next.get("/api/shift-summary?area=" + district.communities().getFirst().id())
            .json()
            .at("/notes/0");
    assertThat(read).isEqualTo(written);
    assertThat(read.path("writtenByName").asString()).startsWith("User");
    JsonNode summary = summary("");
    assertThat(summary.path("since")).isEqualTo(written.path("writtenAt"));
    assertThat(summary.path("lastNoteAt")).isEqualTo(written.path("writtenAt"));
    assertThat(next.post("/api/shift-notes", body).status()).isEqualTo(404);
    TestClient leader = signedIn(Role.LEADER, district.top().path());
    assertThat(leader.post("/api/shift-notes", body).status()).isEqualTo(403);
    TestClient stranger = signedIn(Role.OPERATOR, ground.district(1, 1).top().path());
    assertThat(stranger.get("/api/shift-summary").body()).doesNotContain("运河街");
    assertThat(
            jdbc.sql("select count(*) from journal_entry where payload::text like '%运河街停水%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void refusesTimesThatCannotBeAndEmptyNotes() {
    assertThat(operator.get("/api/shift-summary?since=2001-01-01T00:00:00Z").code())
        .isEqualTo("bad-since");
    assertThat(operator.get("/api/shift-summary?since=yesterday").status()).isEqualTo(400);
    assertThat(operator.get("/api/shift-summary?area=999999999").status()).isEqualTo(404);
    assertThat(
            operator
                .post("/api/shift-notes", Map.of("areaId", district.top().id(), "note", "  "))
                .status())
        .isEqualTo(422);
  }
}
