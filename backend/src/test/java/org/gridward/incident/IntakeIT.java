package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridward.grid.Area;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.AreaPath;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class IntakeIT {

  private static final int CLIENTS = 32;

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

  /** Runs everything at the same moment and waits for all of it. */
  static <T> List<Future<T>> together(List<Callable<T>> calls) throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> call : calls) {
        futures.add(
            threads.submit(
                () -> {
                  gate.await();
                  return call.call();
                }));
      }
      gate.countDown();
      return futures;
    }
  }

  @Test
  void storesReportIncidentCellAndJournalTogether() {
    Area cell = district.cells().get(1);
    Receipt receipt = intake.accept(Reports.at(district.centre(1), Reports.FILED_AT_ONCE));
    assertThat(receipt.stage()).isEqualTo(Stage.FILED);
    assertThat(receipt.placement()).isEqualTo(Placement.IN_CELL);
    assertThat(receipt.cellId()).isEqualTo(cell.id());
    assertThat(receipt.areaPath()).isEqualTo(cell.path());
    IncidentView stored = incidents.get(receipt.id());
    assertThat(stored.compact().number()).isEqualTo(receipt.number());
    assertThat(stored.version()).isEqualTo(receipt.version());
    assertThat(stored.compact().lon()).isEqualTo(district.centre(1).lon());
    assertThat(stored.compact().lat()).isEqualTo(district.centre(1).lat());
    assertThat(stored.compact().dueAt()).isEqualTo(stored.filedAt().plus(Duration.ofHours(4)));
    assertThat(
            jdbc.sql("select description from report where incident_id = ?")
                .param(receipt.id())
                .query(String.class)
                .list())
        .containsExactly("told");
  }

  @Test
  void tellsTheJournalOfEveryStepWithItsOwnVersion() {
    Receipt receipt = intake.accept(Reports.at(district.centre(0), Reports.FILED_AT_ONCE));
    List<JournalEntry> story = journal.listOfIncident(receipt.id());
    assertThat(story)
        .filteredOn(entry -> entry.kind().startsWith("incident."))
        .extracting(
            JournalEntry::kind,
            JournalEntry::actor,
            e -> e.payload().at("/incident/stage").asString(),
            e -> e.payload().at("/incident/version").asInt())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("incident.reported", "user:1", "COLLECTED", 0),
            org.assertj.core.groups.Tuple.tuple("incident.filed", "system", "FILED", 1));
    assertThat(story).allMatch(entry -> entry.area().equals(district.cells().get(0).path()));
  }

  @Test
  void leavesTheDecisionToAnOperatorWhereTheCatalogueSaysSo() {
    Receipt receipt = intake.accept(Reports.at(district.centre(0), Reports.TO_BE_DECIDED));
    assertThat(receipt.stage()).isEqualTo(Stage.COLLECTED);
    assertThat(incidents.get(receipt.id()).compact().dueAt()).isNull();
  }

  @Test
  void acceptsAndMarksWhatLiesOutsideEveryCell() {
    Receipt receipt = intake.accept(Reports.report(Place.point(district.west(), 80)));
    assertThat(receipt.placement()).isEqualTo(Placement.OUTSIDE);
    assertThat(receipt.areaPath()).isEqualTo(AreaPath.ROOT);
    assertThat(receipt.cellId()).isNull();
    assertThat(receipt.stage()).isEqualTo(Stage.COLLECTED);
    assertThat(incidents.get(receipt.id()).compact().lat()).isEqualTo(80);
  }

  @Test
  void queuesWordsForLocating() {
    Receipt receipt = intake.accept(Reports.report(Place.words(" behind the old school ")));
    assertThat(receipt.placement()).isEqualTo(Placement.NEEDS_LOCATING);
    CompactIncident stored = incidents.compact(receipt.id());
    assertThat(stored.placeText()).isEqualTo("behind the old school");
    assertThat(stored.lon()).isNull();
  }

  @Test
  void takesACellWithoutAPoint() {
    Area cell = district.cells().get(2);
    Receipt receipt = intake.accept(Reports.report(Place.cell(cell.code())));
    assertThat(receipt.cellId()).isEqualTo(cell.id());
    assertThat(receipt.stage()).isEqualTo(Stage.FILED);
    assertThat(incidents.compact(receipt.id()).lon()).isNull();
  }

  @Test
  void saysWhatIsWrongWithAPlace() {
    assertThatThrownBy(() -> intake.accept(Reports.report(Place.point(200, 10))))
        .isInstanceOf(ReportRejected.class)
        .hasMessageContaining("place.lon (200.0) must lie between -180 and 180");
    assertThatThrownBy(() -> intake.accept(Reports.report(Place.point(10, Double.NaN))))
        .isInstanceOf(ReportRejected.class);
    assertThatThrownBy(() -> intake.accept(Reports.report(new Place(10.0, null, null, null))))
        .hasMessageContaining("place.lat is missing");
    assertThatThrownBy(() -> intake.accept(Reports.report(Place.words("  "))))
        .hasMessageContaining("place.text");
    String community = district.communities().get(0).code();
    assertThatThrownBy(() -> intake.accept(Reports.report(Place.cell(community))))
        .hasMessageContaining(community);
    assertThatThrownBy(() -> intake.accept(Reports.at(district.centre(0), "volcano")))
        .hasMessageContaining("volcano")
        .hasMessageContaining("noise");
  }

  @Test
  void theSameRequestFromManyThreadsHasOneEffectAndOneAnswer() throws Exception {
    String key = UUID.randomUUID().toString();
    NewReport report = Reports.keyed(district.centre(0), key, "twice");
    List<Callable<Receipt>> calls =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> (Callable<Receipt>) () -> intake.accept(report))
            .toList();
    List<Receipt> receipts = new ArrayList<>();
    for (Future<Receipt> future : together(calls)) {
      receipts.add(future.get());
    }
    assertThat(receipts).extracting(Receipt::again).containsOnly(receipts.getFirst().again());
    assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
    assertThat(
            jdbc.sql("select count(*) from incident where area_path = ?")
                .param(district.cells().get(0).path().value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theFirstAnswerStandsAlsoWhenTheIncidentHasMovedOn() {
    NewReport report = Reports.keyed(district.centre(0), UUID.randomUUID().toString(), "first");
    Receipt first = intake.accept(report);
    incidents.execute(
        first.id(), Command.DISMISS, null, report.actor(), CommandDetails.because("hoax"));
    assertThat(intake.accept(report)).isEqualTo(first.again());
  }

  @Test
  void refusesAKeyForAnotherReportAlsoWhenBothComeAtOnce() throws Exception {
    String key = UUID.randomUUID().toString();
    List<Callable<Receipt>> calls =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                i ->
                    (Callable<Receipt>)
                        () -> intake.accept(Reports.keyed(district.centre(1), key, "no " + i)))
            .toList();
    int accepted = 0;
    for (Future<Receipt> future : together(calls)) {
      try {
        future.get();
        accepted++;
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(IdempotencyKeyReused.class);
      }
    }
    assertThat(accepted).isEqualTo(1);
  }

  @Test
  void oneReportThatTheDatabaseRefusesFailsAlone() throws Exception {
    jdbc.sql("alter table report add constraint poison check (description <> 'poison') not valid")
        .update();
    try {
      List<Callable<Receipt>> calls =
          IntStream.range(0, CLIENTS)
              .mapToObj(
                  i -> {
                    String told = i == 7 ? "poison" : "fine " + i;
                    String key = UUID.randomUUID().toString();
                    return (Callable<Receipt>)
                        () -> intake.accept(Reports.keyed(district.centre(2), key, told));
                  })
              .toList();
      List<Future<Receipt>> answers = together(calls);
      for (int i = 0; i < CLIENTS; i++) {
        Future<Receipt> answer = answers.get(i);
        if (i == 7) {
          assertThatThrownBy(answer::get).hasStackTraceContaining("poison");
        } else {
          assertThat(incidents.find(answer.get().id())).isPresent();
        }
      }
    } finally {
      jdbc.sql("alter table report drop constraint poison").update();
    }
    assertThat(
            jdbc.sql("select count(*) from incident where area_path = ?")
                .param(district.cells().get(2).path().value())
                .query(Long.class)
                .single())
        .isEqualTo(CLIENTS - 1);
  }

  @Test
  void onlyAnImporterSaysWhenSomethingWasReported() {
    NewReport now = Reports.at(district.centre(0), Reports.FILED_AT_ONCE);
    var long_ago = java.time.Instant.parse("2020-03-01T10:00:00Z");
    NewReport old = withReportedAt(now, Channel.IMPORT, long_ago);
    assertThat(incidents.compact(intake.accept(old).id()).reportedAt()).isEqualTo(long_ago);
    assertThatThrownBy(() -> intake.accept(withReportedAt(now, Channel.OPERATOR, long_ago)))
        .hasMessageContaining("reportedAt");
    assertThatThrownBy(
            () ->
                intake.accept(
                    withReportedAt(now, Channel.IMPORT, java.time.Instant.now().plusSeconds(3600))))
        .hasMessageContaining("future");
  }

  private static NewReport withReportedAt(
      NewReport report, Channel channel, java.time.Instant reportedAt) {
    return new NewReport(
        channel,
        report.actor(),
        report.category(),
        null,
        report.place(),
        "",
        List.of(),
        null,
        reportedAt,
        "ext-1",
        null);
  }
}
