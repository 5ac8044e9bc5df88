package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.gridward.dispatch.Assignments.Feedback;
import org.gridward.dispatch.Dispatching.Order;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.dispatch.ranking.Verdict;
import org.gridward.incident.Command;
import org.gridward.incident.CommandDetails;
import org.gridward.incident.IllegalMove;
import org.gridward.incident.Place;
import org.gridward.incident.Stage;
import org.gridward.incident.VersionConflict;
import org.gridward.journal.JournalEntry;
import org.gridward.workforce.Worker;
import org.junit.jupiter.api.Test;

/** What operators do by hand, and what happens to the incident meanwhile. */
class DispatchByHandIT extends DispatchScene {

  @Test
  void anOperatorReassignsInOneStep() {
    Worker main = worker(2);
    Worker other = crew.offDuty(district.communities().getLast().path(), 1);
    crew.responsible(cell(0), main);
    UUID incident = crew.incident(district, 0);
    Assignment first = awaitOffer(incident, main);

    ByHand given = dispatching.assign(incident, other.id(), order(incident));

    assertThat(given.warnings()).containsExactly(Verdict.OFF_DUTY);
    assertThat(awaitOffer(incident, other).id()).isEqualTo(given.assignment().id());
    assertThat(assignments.find(first.id()).orElseThrow().state())
        .isEqualTo(AssignmentState.RECALLED);
    assertThat(stage(incident)).isEqualTo(Stage.DISPATCHED);
    List<JournalEntry> recalled =
        journal.listOfIncident(incident).stream()
            .filter(entry -> entry.kind().equals("assignment.recalled"))
            .toList();
    assertThat(recalled).extracting(JournalEntry::workerId).containsExactly(main.id());
    assertThatThrownBy(() -> assignments.accept(first.id(), main.id(), self(main)))
        .isInstanceOf(AssignmentOver.class);
    assertThatThrownBy(() -> dispatching.assign(incident, other.id(), order(incident)))
        .isInstanceOf(AlreadyAssigned.class);
  }

  @Test
  void arecalledIncidentWaitsForTheOperator() {
    Worker main = worker(2);
    Worker backup = worker(2);
    crew.responsible(cell(0), main, backup);
    UUID incident = crew.incident(district, 0);
    awaitOffer(incident, main);

    dispatching.recall(incident, order(incident));
    assertThat(dispatching.findWaitingReason(incident)).contains(Reason.HELD_BY_OPERATOR);
    assertThat(stage(incident)).isEqualTo(Stage.FILED);
    dispatching.dispatch(incident, order(incident));

    awaitOffer(incident, backup);
    dispatching.dispatch(incident, order(incident));
    awaitOffer(incident, main);
  }

  @Test
  void twoOperatorsNeverOverwriteEachOther() {
    Worker main = worker(2);
    crew.responsible(cell(0), main);
    UUID incident = crew.incident(district, 0);
    awaitOffer(incident, main);
    Order seen = order(incident);
    dispatching.recall(incident, seen);

    assertThatThrownBy(() -> dispatching.assign(incident, main.id(), seen))
        .isInstanceOf(VersionConflict.class);
    incidents.execute(incident, Command.DISMISS, null, OPERATOR, CommandDetails.because("no"));
    assertThatThrownBy(() -> dispatching.assign(incident, main.id(), order(incident)))
        .isInstanceOf(IllegalMove.class);
  }

  @Test
  void recallsWhenTheIncidentEnds() {
    Worker main = worker(2);
    crew.responsible(cell(0), main);
    UUID incident = crew.incident(district, 0);
    Assignment offer = awaitOffer(incident, main);

    incidents.execute(
        incident, Command.SETTLE, null, OPERATOR, CommandDetails.because("solved by phone"));

    assertThat(assignments.find(offer.id()).orElseThrow().state())
        .isEqualTo(AssignmentState.RECALLED);
    JournalEntry recalled = journal.listOfIncident(incident).getLast();
    assertThat(recalled.kind()).isEqualTo("assignment.recalled");
    assertThat(recalled.payload().at("/incident/stage").asString()).isEqualTo("CLOSED");
  }

  @Test
  void followsAnIncidentIntoAnotherCell() {
    Worker here = worker(2);
    Worker there = worker(2);
    crew.responsible(cell(0), here);
    crew.responsible(cell(2), there);
    UUID incident = crew.incident(district, 0);
    Assignment offer = awaitOffer(incident, here);

    var target = district.centre(2);
    incidents.execute(
        incident,
        Command.LOCATE,
        null,
        OPERATOR,
        new CommandDetails(
            null, null, null, null, null, Place.point(target.lon(), target.lat()), List.of()));

    awaitOffer(incident, there);
    assertThat(assignments.find(offer.id()).orElseThrow().state())
        .isEqualTo(AssignmentState.RECALLED);
  }

  @Test
  void asksEverybodyAgainAfterRework() {
    Worker main = worker(2);
    crew.responsible(cell(0), main);
    UUID incident = crew.incident(district, 0);
    Assignment offer = awaitOffer(incident, main);
    assignments.accept(offer.id(), main.id(), self(main));
    assignments.arrive(offer.id(), main.id(), self(main));
    assignments.done(offer.id(), main.id(), new Feedback(null, List.of()), self(main));

    incidents.execute(
        incident, Command.REWORK, null, OPERATOR, CommandDetails.because("still there"));

    assertThat(awaitOffer(incident, main).id()).isNotEqualTo(offer.id());
  }

  @Test
  void othersAssignmentsDoNotExist() {
    Worker main = worker(2);
    Worker other = worker(2);
    crew.responsible(cell(0), main);
    Assignment offer = awaitOffer(crew.incident(district, 0), main);

    assertThatThrownBy(() -> assignments.accept(offer.id(), other.id(), self(other)))
        .isInstanceOf(AssignmentUnknown.class);
    assertThatThrownBy(() -> assignments.arrive(offer.id(), main.id(), self(main)))
        .isInstanceOf(AssignmentOver.class)
        .hasMessageContaining("[accept, refuse]");
  }
}
