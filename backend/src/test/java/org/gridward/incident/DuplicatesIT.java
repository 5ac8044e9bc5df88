package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.gridward.incident.Duplicates.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What merging and separating do to the two incidents. */
class DuplicatesIT extends DuplicateScene {

  @Autowired JdbcClient jdbc;

  @Test
  void aDuplicateKeepsWhoWhenAndWhyAndGoesBackWhereItStood() {
    UUID survivor = report(Reports.TO_BE_DECIDED);
    UUID duplicate = report(Reports.TO_BE_DECIDED);
    IncidentView merged = merge(duplicate, survivor);
    assertThat(merged.stage()).isEqualTo(Stage.MERGED);
    assertThat(merged.duplicateOf()).isEqualTo(survivor);
    assertThat(incidents.get(duplicate)).isEqualTo(merged);
    assertThat(duplicates.list(survivor))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.duplicate().id()).isEqualTo(duplicate);
              assertThat(one.mergedBy()).isEqualTo("user:7");
              assertThat(one.reason()).isEqualTo("the same lamp");
              assertThat(one.mergedAt()).isEqualTo(merged.closedAt());
            });
    assertThat(kinds(duplicate)).containsExactly("incident.reported", "incident.merged");
    assertThat(kinds(survivor)).containsExactly("incident.reported", "incident.duplicate_added");
    IncidentView again = duplicates.unmerge(duplicate, order(duplicate, "another lamp"));
    assertThat(again.stage()).isEqualTo(Stage.COLLECTED);
    assertThat(again.duplicateOf()).isNull();
    assertThat(again.closedAt()).isNull();
    assertThat(again.outcome()).isNull();
    assertThat(duplicates.list(survivor)).isEmpty();
    assertThat(kinds(survivor)).endsWith("incident.duplicate_removed");
  }

  @Test
  void whoWasSentIsCalledBackAndTheRulesSendSomebodyAgain() {
    UUID survivor = report(Reports.TO_BE_DECIDED);
    UUID duplicate = report(Reports.FILED_AT_ONCE);
    awaitStage(duplicate, Stage.DISPATCHED);
    merge(duplicate, survivor);
    assertThat(kinds(duplicate)).contains("assignment.recalled");
    assertThat(active(duplicate)).isZero();
    assertThat(duplicates.unmerge(duplicate, order(duplicate, "")).stage()).isEqualTo(Stage.FILED);
    awaitStage(duplicate, Stage.DISPATCHED);
    assertThat(active(duplicate)).isEqualTo(1);
  }

  private void awaitStage(UUID id, Stage stage) {
    org.awaitility.Awaitility.await().until(() -> incidents.get(id).stage() == stage);
  }

  private long active(UUID id) {
    return jdbc.sql(
            """
            select count(*) from assignment
            where incident_id = ? and state in ('OFFERED', 'ACCEPTED', 'ARRIVED')
            """)
        .param(id)
        .query(Long.class)
        .single();
  }

  @Test
  void refusesItselfDuplicatesAndWhatHasEnded() {
    UUID one = report(Reports.TO_BE_DECIDED);
    UUID other = report(Reports.TO_BE_DECIDED);
    UUID third = report(Reports.TO_BE_DECIDED);
    assertThatThrownBy(() -> merge(one, one)).isInstanceOf(NotASurvivor.class);
    merge(one, other);
    assertThatThrownBy(() -> merge(one, third)).isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> merge(third, one))
        .isInstanceOf(NotASurvivor.class)
        .hasMessageContaining("duplicate itself");
    assertThatThrownBy(() -> duplicates.unmerge(third, order(third, "")))
        .isInstanceOf(IllegalMove.class);
    assertThatThrownBy(() -> duplicates.merge(third, other, new Order(9, null, OPERATOR)))
        .isInstanceOf(VersionConflict.class);
    assertThatThrownBy(() -> merge(third, UUID.randomUUID())).isInstanceOf(IncidentUnknown.class);
    incidents.execute(
        third,
        Command.SETTLE,
        incidents.get(third).version(),
        OPERATOR,
        CommandDetails.because("done"));
    assertThatThrownBy(() -> merge(other, third))
        .isInstanceOf(NotASurvivor.class)
        .hasMessageContaining("reopen");
  }
}
