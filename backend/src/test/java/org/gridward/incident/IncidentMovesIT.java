package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.rulebook.Severity;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PostgisTest
class IncidentMovesIT {

  private static final Actor OPERATOR = Actor.user(7);

  @Autowired IncidentIntake intake;
  @Autowired Incidents incidents;
  @Autowired Journal journal;
  @Autowired TestGround ground;

  private District district;

  @BeforeEach
  void layGround() {
    district = ground.district(2, 1);
  }

  private Receipt report(String category) {
    return intake.accept(Reports.at(district.centre(0), category));
  }

  private IncidentView execute(UUID id, Command command, CommandDetails details) {
    return incidents.execute(id, command, incidents.get(id).version(), OPERATOR, details);
  }

  private List<String> kinds(UUID id) {
    return journal.listOfIncident(id).stream()
        .map(JournalEntry::kind)
        .filter(kind -> kind.startsWith("incident."))
        .toList();
  }

  @Test
  void filingStartsTheTimeLimit() {
    UUID id = report(Reports.TO_BE_DECIDED).id();
    IncidentView filed = execute(id, Command.FILE, CommandDetails.NONE);
    assertThat(filed.stage()).isEqualTo(Stage.FILED);
    assertThat(filed.compact().dueAt()).isEqualTo(filed.filedAt().plusSeconds(72 * 3600));
    assertThat(filed.version()).isEqualTo(1);
    assertThat(incidents.get(id)).isEqualTo(filed);
  }

  @Test
  void settlingAndReopeningKeepWhoWhenAndWhy() {
    UUID id = report(Reports.TO_BE_DECIDED).id();
    IncidentView closed = execute(id, Command.SETTLE, CommandDetails.because("told by phone"));
    assertThat(closed.outcome()).isEqualTo("told by phone");
    assertThat(closed.closedAt()).isNotNull();
    IncidentView open = execute(id, Command.REOPEN, CommandDetails.because("came back"));
    assertThat(open.stage()).isEqualTo(Stage.FILED);
    assertThat(open.outcome()).isNull();
    assertThat(open.closedAt()).isNull();
    JournalEntry last =
        journal.listOfIncident(id).stream()
            .filter(entry -> entry.kind().equals("incident.reopened"))
            .findFirst()
            .orElseThrow();
    assertThat(last.actor()).isEqualTo("user:7");
    assertThat(last.payload().at("/reason").asString()).isEqualTo("came back");
    assertThat(last.payload().at("/from").asString()).isEqualTo("CLOSED");
    assertThat(last.payload().at("/incident/version").asInt()).isEqualTo(2);
  }

  @Test
  void refusesWhatNeedsAReasonOrARating() {
    UUID id = report(Reports.TO_BE_DECIDED).id();
    assertThatThrownBy(() -> execute(id, Command.DISMISS, CommandDetails.because("  ")))
        .isInstanceOf(ReportRejected.class)
        .hasMessageContaining("reason");
    execute(id, Command.SETTLE, CommandDetails.because("done"));
    assertThatThrownBy(() -> execute(id, Command.EVALUATE, rating(6)))
        .hasMessageContaining("rating (6)");
    assertThat(execute(id, Command.EVALUATE, rating(4)).rating()).isEqualTo(4);
  }

  private static CommandDetails rating(int rating) {
    return new CommandDetails(null, null, rating, null, null, null, List.of());
  }

  @Test
  void anIllegalMoveChangesNothing() {
    Receipt receipt = report(Reports.TO_BE_DECIDED);
    IncidentView before = incidents.get(receipt.id());
    List<String> told = kinds(receipt.id());
    assertThatThrownBy(() -> execute(receipt.id(), Command.CLOSE, CommandDetails.NONE))
        .isInstanceOf(IllegalMove.class);
    assertThat(incidents.get(receipt.id())).isEqualTo(before);
    assertThat(kinds(receipt.id())).isEqualTo(told);
  }

  @Test
  void ofManyOperatorsWithTheSameVersionExactlyOneWins() throws Exception {
    UUID id = report(Reports.TO_BE_DECIDED).id();
    int version = incidents.get(id).version();
    List<Callable<IncidentView>> calls =
        IntStream.range(0, 16)
            .mapToObj(
                i ->
                    (Callable<IncidentView>)
                        () ->
                            incidents.execute(
                                id,
                                Command.RECATEGORISE,
                                version,
                                Actor.user(100 + i),
                                new CommandDetails(
                                    null, null, null, null, Severity.HIGH, null, List.of())))
            .toList();
    List<IncidentView> won = new ArrayList<>();
    for (Future<IncidentView> future : IntakeIT.together(calls)) {
      try {
        won.add(future.get());
      } catch (ExecutionException e) {
        assertThat(e.getCause())
            .isInstanceOfSatisfying(
                VersionConflict.class,
                conflict ->
                    assertThat(conflict.fields())
                        .containsEntry("version", version + 1)
                        .containsEntry("stage", Stage.COLLECTED));
      }
    }
    assertThat(won).hasSize(1);
    assertThat(incidents.get(id)).isEqualTo(won.getFirst());
    assertThat(kinds(id)).containsExactly("incident.reported", "incident.recategorised");
  }

  @Test
  void locatingFilesWhatOnlyWaitedForAPlace() {
    UUID id = intake.accept(Reports.report(Place.words("by the river"))).id();
    var centre = district.centre(1);
    IncidentView located = execute(id, Command.LOCATE, to(Place.point(centre.lon(), centre.lat())));
    assertThat(located.stage()).isEqualTo(Stage.FILED);
    assertThat(located.areaPath()).isEqualTo(district.cells().get(1).path());
    assertThat(located.compact().placeText()).isEqualTo("by the river");
    assertThat(kinds(id))
        .containsExactly("incident.reported", "incident.located", "incident.filed");
    assertThat(located.version()).isEqualTo(2);
  }

  @Test
  void tellsThoseWhoWatchTheOldAreaThatAnIncidentHasLeft() {
    UUID id = report(Reports.TO_BE_DECIDED).id();
    execute(id, Command.LOCATE, to(Place.cell(district.cells().get(1).code())));
    assertThat(journal.listOfIncident(id))
        .filteredOn(entry -> entry.kind().equals("incident.left"))
        .singleElement()
        .satisfies(e -> assertThat(e.area()).isEqualTo(district.cells().get(0).path()));
  }

  private static CommandDetails to(Place place) {
    return new CommandDetails(null, null, null, null, null, place, List.of());
  }

  @Test
  void recategorisingMeasuresTheTimeLimitAnew() {
    IncidentView before = incidents.get(report(Reports.FILED_AT_ONCE).id());
    IncidentView after =
        execute(
            before.id(),
            Command.RECATEGORISE,
            new CommandDetails(null, null, null, "fire-hazard", null, null, List.of()));
    assertThat(after.filedAt()).isEqualTo(before.filedAt());
    assertThat(after.compact().dueAt()).isEqualTo(before.filedAt().plusSeconds(2 * 3600));
    assertThat(after.compact().severity()).isEqualTo(Severity.CRITICAL);
  }
}
