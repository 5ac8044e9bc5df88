package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.grid.TestGround.LonLat;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class PastIntakeIT {

  private static final Instant REPORTED =
      Instant.now().minus(Duration.ofDays(40)).truncatedTo(ChronoUnit.SECONDS);
  private static final Instant CLOSED = REPORTED.plus(Duration.ofHours(5));

  @Autowired IncidentIntake intake;
  @Autowired Incidents incidents;
  @Autowired Journal journal;
  @Autowired JdbcClient jdbc;
  @Autowired TestGround ground;

  private District district;

  @BeforeEach
  void layGround() {
    district = ground.district(1, 3);
  }

  private PastIncident past(String key, String category, @Nullable Instant closed) {
    return past(Channel.IMPORT, key, category, closed);
  }

  private PastIncident past(
      Channel channel, String key, String category, @Nullable Instant closed) {
    LonLat at = district.centre(1);
    NewReport report =
        new NewReport(
            channel,
            Actor.SYSTEM,
            category,
            null,
            Place.point(at.lon(), at.lat()),
            "told",
            List.of(),
            null,
            channel == Channel.IMPORT ? REPORTED : null,
            "their-7",
            key);
    return new PastIncident(report, closed, null);
  }

  private Receipt taken(Taken answer) {
    assertThat(answer).isInstanceOf(Taken.Stored.class);
    return ((Taken.Stored) answer).receipt();
  }

  @Test
  void aClosedOneIsStoredWithItsTimesAndItsWholeWay() {
    String key = UUID.randomUUID().toString();
    Receipt receipt =
        taken(intake.acceptPast(List.of(past(key, Reports.FILED_AT_ONCE, CLOSED))).getFirst());
    assertThat(receipt.stage()).isEqualTo(Stage.CLOSED);
    assertThat(receipt.version()).isEqualTo(2);
    IncidentView view = incidents.get(receipt.id());
    assertThat(view.compact().reportedAt()).isEqualTo(REPORTED);
    assertThat(view.filedAt()).isEqualTo(REPORTED);
    assertThat(view.compact().dueAt()).isAfter(REPORTED).isBefore(Instant.now());
    assertThat(view.closedAt()).isEqualTo(CLOSED);
    assertThat(view.outcome()).isNotBlank();
    assertThat(journal.listOfIncident(receipt.id()))
        .extracting(JournalEntry::kind)
        .containsExactly("incident.reported", "incident.filed", "incident.closed");
    assertThat(work(receipt)).isZero();
  }

  @Test
  void aClosingInTheMinuteOfTheReportIsNotBeforeIt() {
    String key = UUID.randomUUID().toString();
    Taken answer =
        intake
            .acceptPast(List.of(past(key, Reports.FILED_AT_ONCE, REPORTED.minusSeconds(30))))
            .getFirst();
    assertThat(incidents.get(taken(answer).id()).closedAt()).isEqualTo(REPORTED);
  }

  @Test
  void anOpenOneWaitsForAWorkerLikeAnyOther() {
    String key = UUID.randomUUID().toString();
    Receipt receipt =
        taken(intake.acceptPast(List.of(past(key, Reports.FILED_AT_ONCE, null))).getFirst());
    assertThat(receipt.stage()).isEqualTo(Stage.FILED);
    assertThat(incidents.get(receipt.id()).closedAt()).isNull();
  }

  @Test
  void whatNobodyHadFiledIsClosedFromWhereItWas() {
    String key = UUID.randomUUID().toString();
    Receipt receipt =
        taken(intake.acceptPast(List.of(past(key, Reports.TO_BE_DECIDED, CLOSED))).getFirst());
    assertThat(receipt.version()).isEqualTo(1);
    assertThat(incidents.get(receipt.id()).filedAt()).isNull();
    assertThat(journal.listOfIncident(receipt.id()))
        .extracting(JournalEntry::kind)
        .containsExactly("incident.reported", "incident.closed");
  }

  @Test
  void theSameRowsAgainChangeNothingAndFaultyOnesAreLeftOutAlone() {
    List<PastIncident> batch = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      batch.add(past(UUID.randomUUID().toString(), Reports.FILED_AT_ONCE, CLOSED));
    }
    batch.set(17, past("x" + UUID.randomUUID(), "no-such-category", CLOSED));
    batch.set(18, past("y" + UUID.randomUUID(), "noise", REPORTED.minusSeconds(61)));
    batch.set(19, past("z" + UUID.randomUUID(), "noise", Instant.now().plusSeconds(3600)));
    batch.set(20, past(Channel.OPERATOR, "o" + UUID.randomUUID(), "noise", CLOSED));
    List<Taken> first = intake.acceptPast(batch);
    long stored = count();
    List<Taken> again = intake.acceptPast(batch);
    assertThat(count()).isEqualTo(stored);
    for (int i = 0; i < batch.size(); i++) {
      if (i >= 17 && i <= 20) {
        assertThat(first.get(i)).isInstanceOf(Taken.LeftOut.class);
      } else {
        assertThat(taken(first.get(i)).repeated()).isFalse();
        assertThat(taken(again.get(i)).repeated()).isTrue();
        assertThat(taken(again.get(i)).id()).isEqualTo(taken(first.get(i)).id());
      }
    }
    assertThat(first.subList(17, 21))
        .extracting(answer -> ((Taken.LeftOut) answer).reason().code())
        .containsExactly(
            "category-unknown", "closed-out-of-time", "closed-out-of-time", "field-not-for-you");
  }

  private long count() {
    return jdbc.sql("select count(*) from incident").query(Long.class).single();
  }

  private long work(Receipt receipt) {
    return jdbc.sql("select count(*) from dispatch_work where incident_id = ?")
        .param(receipt.id())
        .query(Long.class)
        .single();
  }
}
