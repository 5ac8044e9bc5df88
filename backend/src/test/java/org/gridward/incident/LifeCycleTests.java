package org.gridward.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridward.incident.Stage.CLOSED;
import static org.gridward.incident.Stage.COLLECTED;
import static org.gridward.incident.Stage.DISMISSED;
import static org.gridward.incident.Stage.DISPATCHED;
import static org.gridward.incident.Stage.EVALUATED;
import static org.gridward.incident.Stage.FED_BACK;
import static org.gridward.incident.Stage.FILED;
import static org.gridward.incident.Stage.HANDLING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifeCycleTests {

  /** Every stage × command, written down independently: what is not here must be refused. */
  private static final String TABLE =
      """
                COLLECTED FILED      DISPATCHED HANDLING   FED_BACK   CLOSED    EVALUATED DISMISSED MERGED
      FILE         FILED     -          -          -          -          -         -         -         -
      DISMISS      DISMISSED DISMISSED  DISMISSED  DISMISSED  -          -         -         -         -
      DISPATCH     -         DISPATCHED -          -          -          -         -         -         -
      RECALL       -         -          FILED      FILED      -          -         -         -         -
      START        -         -          HANDLING   -          -          -         -         -         -
      FEED_BACK    -         -          -          FED_BACK   -          -         -         -         -
      CLOSE        -         -          -          -          CLOSED     -         -         -         -
      REWORK       -         -          -          -          FILED      -         -         -         -
      SETTLE       CLOSED    CLOSED     CLOSED     CLOSED     -          -         -         -         -
      REOPEN       -         -          -          -          -          FILED     FILED     -         -
      EVALUATE     -         -          -          -          -          EVALUATED -         -         -
      RECATEGORISE COLLECTED FILED      DISPATCHED HANDLING   FED_BACK   -         -         -         -
      LOCATE       COLLECTED FILED      DISPATCHED HANDLING   FED_BACK   -         -         -         -
      MERGE        MERGED    MERGED     MERGED     MERGED     -          -         -         -         -
      UNMERGE      -         -          -          -          -          -         -         -         FILED
      HAND_OVER    COLLECTED FILED      DISPATCHED HANDLING   FED_BACK   -         -         -         -
      ESCALATE     COLLECTED FILED      DISPATCHED HANDLING   FED_BACK   -         -         -         -
      GIVE_BACK    COLLECTED FILED      DISPATCHED HANDLING   FED_BACK   -         -         -         -
      """;

  static Stream<Arguments> everyStageAndCommand() {
    List<String[]> rows = TABLE.lines().map(line -> line.strip().split("\\s+")).toList();
    return rows.stream()
        .skip(1)
        .flatMap(
            row ->
                Stream.iterate(0, i -> i + 1)
                    .limit(rows.getFirst().length)
                    .map(
                        i ->
                            Arguments.of(
                                Stage.valueOf(rows.getFirst()[i]),
                                Command.valueOf(row[0]),
                                Optional.of(row[i + 1])
                                    .filter(word -> !word.equals("-"))
                                    .map(Stage::valueOf))));
  }

  @ParameterizedTest
  @MethodSource("everyStageAndCommand")
  void allowsExactlyTheMovesOfTheTable(Stage stage, Command command, Optional<Stage> target) {
    if (target.isPresent()) {
      assertThat(LifeCycle.after(stage, command)).isEqualTo(target.get());
      assertThat(LifeCycle.listAllowed(stage)).contains(command);
    } else {
      assertThatThrownBy(() -> LifeCycle.after(stage, command)).isInstanceOf(IllegalMove.class);
      assertThat(LifeCycle.listAllowed(stage)).doesNotContain(command);
    }
  }

  @Test
  void theTableCoversEveryStageAndCommand() {
    assertThat(everyStageAndCommand())
        .hasSize(Stage.values().length * Command.values().length)
        .hasSize(9 * 18);
  }

  @Test
  void refusesWithTheAllowedCommands() {
    assertThatThrownBy(() -> LifeCycle.after(CLOSED, Command.START))
        .isInstanceOfSatisfying(
            IllegalMove.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("illegal-move");
              assertThat(problem.fields())
                  .containsAllEntriesOf(
                      Map.of("stage", CLOSED, "allowed", List.of("reopen", "evaluate")));
            });
  }

  @Test
  void nothingLeavesADismissedIncident() {
    assertThat(LifeCycle.listAllowed(DISMISSED)).isEmpty();
  }

  @Test
  void openStagesAreThoseBeforeAnEnd() {
    assertThat(Arrays.stream(Stage.values()).filter(Stage::open))
        .containsExactly(COLLECTED, FILED, DISPATCHED, HANDLING, FED_BACK)
        .doesNotContain(EVALUATED);
  }

  @Test
  void findsCommandsByTheirCodes() {
    for (Command command : Command.values()) {
      assertThat(Command.findByCode(command.code())).contains(command);
    }
    assertThat(Command.findByCode("feed-back")).contains(Command.FEED_BACK);
    assertThat(Command.findByCode("FEED_BACK")).isEmpty();
  }
}
