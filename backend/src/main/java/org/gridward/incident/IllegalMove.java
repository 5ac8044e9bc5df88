package org.gridward.incident;

import java.util.List;
import java.util.Map;
import org.gridward.shared.Problem;

/** The command does not start from the stage the incident is in. */
public final class IllegalMove extends Problem.Conflict {

  IllegalMove(Stage stage, Command command) {
    this(stage, command, LifeCycle.listAllowed(stage).stream().map(Command::code).toList());
  }

  private IllegalMove(Stage stage, Command command, List<String> allowed) {
    super(
        "illegal-move",
        "an incident that is %s cannot take '%s'; it can take %s"
            .formatted(stage, command.code(), allowed.isEmpty() ? "nothing more" : allowed),
        Map.of("stage", stage, "command", command.code(), "allowed", allowed));
  }
}
