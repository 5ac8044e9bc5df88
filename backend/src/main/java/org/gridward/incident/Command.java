package org.gridward.incident;

import static org.gridward.incident.Stage.CLOSED;
import static org.gridward.incident.Stage.COLLECTED;
import static org.gridward.incident.Stage.DISMISSED;
import static org.gridward.incident.Stage.DISPATCHED;
import static org.gridward.incident.Stage.EVALUATED;
import static org.gridward.incident.Stage.FED_BACK;
import static org.gridward.incident.Stage.FILED;
import static org.gridward.incident.Stage.HANDLING;
import static org.gridward.incident.Stage.MERGED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A named move of an incident: where it may start and where it leads. */
public enum Command {
  /** It is a case: the time limit starts. */
  FILE(FILED, "incident.filed", COLLECTED),
  /** It is no case. Needs a reason. */
  DISMISS(DISMISSED, "incident.dismissed", COLLECTED, FILED, DISPATCHED, HANDLING),
  /** An offer was made to a worker. By the dispatch module only. */
  DISPATCH(DISPATCHED, "incident.dispatched", FILED),
  /** The offer or assignment ended without result. By the dispatch module only. */
  RECALL(FILED, "incident.returned", DISPATCHED, HANDLING),
  /** The worker has arrived. By the dispatch module only. */
  START(HANDLING, "incident.handling", DISPATCHED),
  /** The worker says it is done. By the dispatch module only. */
  FEED_BACK(Stage.FED_BACK, "incident.fed_back", HANDLING),
  /** Verified. */
  CLOSE(CLOSED, "incident.closed", Stage.FED_BACK),
  /** Not well enough: somebody must go again. Needs a reason. */
  REWORK(FILED, "incident.reworked", Stage.FED_BACK),
  /** Closed without a worker's feedback. Needs a reason. */
  SETTLE(CLOSED, "incident.closed", COLLECTED, FILED, DISPATCHED, HANDLING),
  /** The matter is not over: filed anew, with a new time limit. Needs a reason. */
  REOPEN(FILED, "incident.reopened", CLOSED, EVALUATED),
  /** Rated 1 to 5. */
  EVALUATE(EVALUATED, "incident.evaluated", CLOSED),
  /** Another category or severity; the stage stays. */
  RECATEGORISE(null, "incident.recategorised", COLLECTED, FILED, DISPATCHED, HANDLING, FED_BACK),
  /** Put on another place; the stage stays. */
  LOCATE(null, "incident.located", COLLECTED, FILED, DISPATCHED, HANDLING, FED_BACK),
  /** The same as another incident. By {@link Duplicates} only. */
  MERGE(MERGED, "incident.merged", COLLECTED, FILED, DISPATCHED, HANDLING),
  /** Not the same after all; what was COLLECTED is so again. By {@link Duplicates} only. */
  UNMERGE(FILED, "incident.unmerged", MERGED),
  /** An operator has it now, or nobody in particular; the stage stays. By {@link Keeping} only. */
  HAND_OVER(null, "incident.handed_over", COLLECTED, FILED, DISPATCHED, HANDLING, FED_BACK),
  /** It is the business of those further up; the stage stays. By {@link Keeping} only. */
  ESCALATE(null, "incident.escalated", COLLECTED, FILED, DISPATCHED, HANDLING, FED_BACK),
  /** It is its own area's business again; the stage stays. By {@link Keeping} only. */
  GIVE_BACK(null, "incident.given_back", COLLECTED, FILED, DISPATCHED, HANDLING, FED_BACK);

  private final @Nullable Stage target;
  private final String kind;
  private final Set<Stage> from;

  Command(@Nullable Stage target, String kind, Stage... from) {
    this.target = target;
    this.kind = kind;
    this.from = EnumSet.copyOf(Arrays.asList(from));
  }

  /** The name in paths and answers: {@code feed-back}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Command> findByCode(String code) {
    return Arrays.stream(values()).filter(command -> command.code().equals(code)).findFirst();
  }

  /** The kind of the journal entry it leaves. */
  public String kind() {
    return kind;
  }

  public boolean startsFrom(Stage stage) {
    return from.contains(stage);
  }

  /** The stage it leads to from {@code stage}; meaningful only where it {@link #startsFrom}. */
  Stage targetFrom(Stage stage) {
    return target == null ? stage : target;
  }
}
