package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.gridward.dispatch.Assignments.Feedback;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.dispatch.ranking.Verdict;
import org.gridward.incident.Stage;
import org.gridward.journal.JournalEntry;
import org.gridward.workforce.Worker;
import org.junit.jupiter.api.Test;

/** The rules: who is asked, in which order, and what becomes of it. */
class DispatchIT extends DispatchScene {

  @Test
  void carriesAnIncidentToTheMainOneAndBack() {
    Worker main = worker(2);
    crew.responsible(cell(0), main);
    UUID incident = crew.incident(district, 0);

    Assignment offer = awaitOffer(incident, main);
    assertThat(stage(incident)).isEqualTo(Stage.DISPATCHED);
    UUID id = offer.id();
    assignments.received(id, main.id(), self(main));
    assignments.received(id, main.id(), self(main));
    assignments.opened(id, main.id(), self(main));
    assignments.accept(id, main.id(), self(main));
    assignments.accept(id, main.id(), self(main));
    assignments.arrive(id, main.id(), self(main));
    assertThat(stage(incident)).isEqualTo(Stage.HANDLING);
    assignments.done(id, main.id(), new Feedback("cleared", List.of()), self(main));
    Assignment done =
        assignments.done(id, main.id(), new Feedback("cleared", List.of()), self(main));

    assertThat(done.state()).isEqualTo(AssignmentState.DONE);
    assertThat(stage(incident)).isEqualTo(Stage.FED_BACK);
    assertThat(kinds(incident))
        .containsExactly(
            "assignment.offered",
            "assignment.received",
            "assignment.opened",
            "assignment.accepted",
            "assignment.arrived",
            "assignment.done");
    JournalEntry offered =
        journal.listOfIncident(incident).stream()
            .filter(entry -> entry.kind().equals("assignment.offered"))
            .findFirst()
            .orElseThrow();
    assertThat(offered.workerId()).isEqualTo(main.id());
    assertThat(offered.payload().at("/incident/assignee/assignmentId").asString())
        .isEqualTo(id.toString());
    assertThat(offered.payload().at("/incident/stage").asString()).isEqualTo("DISPATCHED");
    assertThat(offered.payload().at("/assignment/state").asString()).isEqualTo("OFFERED");
  }

  @Test
  void acceptingTellsThatItWasReceivedAndOpened() {
    Worker main = worker(2);
    crew.responsible(cell(0), main);
    UUID incident = crew.incident(district, 0);

    Assignment offer = awaitOffer(incident, main);
    assignments.accept(offer.id(), main.id(), self(main));

    assertThat(kinds(incident))
        .containsExactly(
            "assignment.offered",
            "assignment.received",
            "assignment.opened",
            "assignment.accepted");
  }

  @Test
  void asksTheNextAfterARefusalAndNobodyTwice() {
    Worker main = worker(2);
    Worker backup = worker(2);
    crew.responsible(cell(0), main, backup);
    UUID incident = crew.incident(district, 0);

    Assignment first = awaitOffer(incident, main);
    assertThatThrownBy(() -> assignments.refuse(first.id(), main.id(), " ", self(main)))
        .isInstanceOf(ReasonMissing.class);
    assignments.refuse(first.id(), main.id(), "my bicycle is broken", self(main));
    Assignment second = awaitOffer(incident, backup);
    assignments.refuse(second.id(), backup.id(), "me too", self(backup));

    awaitWaiting(incident, Reason.ALL_ASKED);
    assertThat(stage(incident)).isEqualTo(Stage.FILED);
    assertThat(kinds(incident))
        .containsExactly(
            "assignment.offered",
            "assignment.refused",
            "assignment.offered",
            "assignment.refused",
            "dispatch.waiting");
    Decision last = dispatching.listDecisions(incident).getLast();
    assertThat(last.candidates())
        .extracting(StoredCandidate::verdict)
        .containsOnly(Verdict.REFUSED);
  }

  @Test
  void asksTheNextWhenAnOfferRunsOut() {
    Worker main = worker(2);
    Worker backup = worker(2);
    crew.responsible(cell(0), main, backup);
    UUID incident = crew.incident(district, 0);

    Assignment first = awaitOffer(incident, main);
    crew.runOut(first.id());

    awaitOffer(incident, backup);
    assertThatThrownBy(() -> assignments.accept(first.id(), main.id(), self(main)))
        .isInstanceOf(OfferExpired.class)
        .hasMessageContaining("ran out");
  }

  @Test
  void refusesLateAcceptanceEvenBeforeTheTimerFires() {
    Worker main = worker(2);
    crew.responsible(cell(0), main);
    Assignment offer = awaitOffer(crew.incident(district, 0), main);
    crew.runOutSilently(offer.id());

    assertThatThrownBy(() -> assignments.accept(offer.id(), main.id(), self(main)))
        .isInstanceOf(OfferExpired.class);
  }

  @Test
  void keepsToTheCapacityAndTriesAgainWhenSomebodyGetsFree() {
    Worker main = worker(1);
    crew.responsible(cell(0), main);
    UUID first = crew.incident(district, 0);
    Assignment offer = awaitOffer(first, main);
    UUID second = crew.incident(district, 0);
    UUID third = crew.incident(district, 0);
    awaitWaiting(second, Reason.ALL_FULL);
    awaitWaiting(third, Reason.ALL_FULL);

    assignments.accept(offer.id(), main.id(), self(main));
    assignments.arrive(offer.id(), main.id(), self(main));
    assignments.done(offer.id(), main.id(), new Feedback(null, List.of()), self(main));

    awaitOffer(second, main);
    assertThat(dispatching.findWaitingReason(third)).contains(Reason.ALL_FULL);
    assertThat(kinds(third)).containsExactly("dispatch.waiting");
  }

  @Test
  void offersACriticalIncidentBeyondCapacity() {
    Worker main = worker(1, "safety");
    crew.responsible(cell(0), main);
    awaitOffer(crew.incident(district, 0), main);

    UUID critical = crew.incident(district, 0, "fire-hazard");

    awaitOffer(critical, main);
    assertThat(dispatching.listDecisions(critical).getLast().reason())
        .isEqualTo(Reason.OVER_CAPACITY);
  }

  @Test
  void waitsWithAReasonAndGoesOutWhenSomebodyComesOnDuty() {
    UUID incident = crew.incident(district, 0);
    awaitWaiting(incident, Reason.NOBODY_RESPONSIBLE);

    Worker neighbour = crew.onDuty(district.communities().getFirst().path(), 3);

    awaitOffer(incident, neighbour);
    assertThat(dispatching.listDecisions(incident).getLast().reason())
        .isEqualTo(Reason.NEARBY_UNPLACED);
  }

  @Test
  void asksTheNextOneWhenSomebodyGoesOffDutyUnanswered() {
    Worker main = worker(2);
    Worker backup = worker(2);
    crew.responsible(cell(0), main, backup);
    UUID incident = crew.incident(district, 0);
    Assignment first = awaitOffer(incident, main);

    workforce.setDuty(main.id(), false, self(main));

    awaitOffer(incident, backup);
    assertThat(assignments.find(first.id()).orElseThrow().state())
        .isEqualTo(AssignmentState.RECALLED);
    // Back again, the main one has not been asked: nothing was refused.
    workforce.setDuty(main.id(), true, self(main));
    workforce.setDuty(backup.id(), false, self(backup));
    awaitOffer(incident, main);
  }

  @Test
  void leavesWhatHasBeenAcceptedWithWhoGoesOffDuty() {
    Worker main = worker(2);
    crew.responsible(cell(0), main);
    UUID incident = crew.incident(district, 0);
    Assignment offer = awaitOffer(incident, main);
    assignments.accept(offer.id(), main.id(), self(main));

    workforce.setDuty(main.id(), false, self(main));

    assertThat(assignments.find(offer.id()).orElseThrow().state())
        .isEqualTo(AssignmentState.ACCEPTED);
  }

  @Test
  void asksOnlyThoseOfTheSameParentAreaWithTheSkill() {
    crew.onDuty(district.communities().getLast().path(), 3, "electrical");
    crew.onDuty(district.communities().getFirst().path(), 3, "roads");
    UUID incident = crew.incident(district, 0, "street-light");
    awaitWaiting(incident, Reason.NOBODY_SKILLED);

    Worker skilled = crew.onDuty(district.communities().getFirst().path(), 3, "electrical");

    awaitOffer(incident, skilled);
  }
}
