package org.gridward.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridward.incident.Stage;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold for an incident at every moment, whoever did what. */
@Component
@Lazy
public class Invariants {

  private final JdbcClient jdbc;
  private final AssignmentTable assignments;
  private final WorkTable work;
  private final Journal journal;

  Invariants(JdbcClient jdbc, AssignmentTable assignments, WorkTable work, Journal journal) {
    this.jdbc = jdbc;
    this.assignments = assignments;
    this.work = work;
    this.journal = journal;
  }

  /** Only when nobody works at the incident at the same time. */
  void check(UUID incident) {
    List<Assignment> all = assignments.listOfIncident(incident);
    List<Assignment> active = all.stream().filter(one -> one.state().active()).toList();
    assertThat(active).hasSizeLessThanOrEqualTo(1);
    Stage stage = stage(incident);
    assertThat(stage).isIn(stagesFor(active));
    assertThat(work.find(incident).orElseThrow().state()).isIn(workFor(stage));
    all.forEach(one -> checkStory(incident, one));
  }

  /** Nobody has more offers by the rules than there is room for. */
  int active(long worker) {
    return assignments.countActive(List.of(worker)).getOrDefault(worker, 0);
  }

  private Stage stage(UUID incident) {
    return jdbc.sql("select stage from incident where id = ?")
        .param(incident)
        .query((row, n) -> Stage.valueOf(row.getString(1)))
        .single();
  }

  private static List<Stage> stagesFor(List<Assignment> active) {
    if (active.isEmpty()) {
      return Stream.of(Stage.values())
          .filter(stage -> stage != Stage.DISPATCHED && stage != Stage.HANDLING)
          .toList();
    }
    return active.getFirst().state() == AssignmentState.ARRIVED
        ? List.of(Stage.HANDLING)
        : List.of(Stage.DISPATCHED);
  }

  private static List<Work.State> workFor(Stage stage) {
    return switch (stage) {
      case FILED -> List.of(Work.State.DUE, Work.State.WAITING);
      case DISPATCHED, HANDLING -> List.of(Work.State.ASSIGNED);
      case COLLECTED, FED_BACK, CLOSED, EVALUATED, DISMISSED, MERGED -> List.of(Work.State.ENDED);
    };
  }

  /** The last that the journal tells of an assignment is what it is; nothing is told twice. */
  private void checkStory(UUID incident, Assignment assignment) {
    List<JournalEntry> told =
        journal.listOfIncident(incident).stream()
            .filter(entry -> entry.subject().id().equals(assignment.id().toString()))
            .toList();
    assertThat(told).extracting(JournalEntry::kind).doesNotHaveDuplicates();
    assertThat(told.getLast().payload().at("/assignment/state").asString())
        .isEqualTo(assignment.state().name());
    assertThat(told).allMatch(entry -> entry.workerId() == assignment.workerId());
  }
}
