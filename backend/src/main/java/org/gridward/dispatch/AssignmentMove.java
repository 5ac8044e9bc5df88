package org.gridward.dispatch;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a worker can say about an assignment, and from which states. */
public enum AssignmentMove {
  ACCEPT(AssignmentState.ACCEPTED, AssignmentState.OFFERED),
  REFUSE(AssignmentState.REFUSED, AssignmentState.OFFERED, AssignmentState.ACCEPTED),
  ARRIVE(AssignmentState.ARRIVED, AssignmentState.ACCEPTED),
  DONE(AssignmentState.DONE, AssignmentState.ARRIVED);

  private final AssignmentState target;
  private final Set<AssignmentState> from;

  AssignmentMove(AssignmentState target, AssignmentState first, AssignmentState... others) {
    this.target = target;
    this.from = EnumSet.of(first, others);
  }

  /** The name in paths and answers: {@code accept}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  AssignmentState target() {
    return target;
  }

  boolean startsFrom(AssignmentState state) {
    return from.contains(state);
  }

  /** True when {@code state} already tells of this move, so that saying it again is no news. */
  boolean saidBefore(AssignmentState state) {
    return switch (this) {
      case ACCEPT ->
          state == AssignmentState.ACCEPTED
              || state == AssignmentState.ARRIVED
              || state == AssignmentState.DONE;
      case ARRIVE -> state == AssignmentState.ARRIVED || state == AssignmentState.DONE;
      case DONE, REFUSE -> state == target;
    };
  }

  /** The moves that start from {@code state}. */
  static List<AssignmentMove> listAllowed(AssignmentState state) {
    return Arrays.stream(values()).filter(move -> move.startsFrom(state)).toList();
  }
}
