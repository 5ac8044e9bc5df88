package org.gridward.dispatch;

import java.util.List;
import java.util.Map;
import org.gridward.shared.Problem;

/** The assignment is not, or no longer, in a state in which the worker can say this. */
public final class AssignmentOver extends Problem.Conflict {

  AssignmentOver(AssignmentState state, AssignmentMove move) {
    this(
        state, move, AssignmentMove.listAllowed(state).stream().map(AssignmentMove::code).toList());
  }

  private AssignmentOver(AssignmentState state, AssignmentMove move, List<String> allowed) {
    super(
        "illegal-move",
        sentence(state, move, allowed),
        Map.of("state", state, "command", move.code(), "allowed", allowed));
  }

  private static String sentence(AssignmentState state, AssignmentMove move, List<String> allowed) {
    return switch (state) {
      case EXPIRED -> "the offer has run out and somebody else is asked; nothing is left to do";
      case RECALLED -> "the assignment has been taken back; nothing is left to do";
      case DONE -> "the assignment is done; '" + move.code() + "' comes too late";
      case REFUSED -> "you have refused this assignment; somebody else is asked";
      case OFFERED, ACCEPTED, ARRIVED ->
          "an assignment that is %s cannot take '%s'; it can take %s"
              .formatted(state, move.code(), allowed);
    };
  }
}
