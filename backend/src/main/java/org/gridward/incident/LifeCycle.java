package org.gridward.incident;

import java.util.Arrays;
import java.util.List;

/** The state machine of an incident: which command is legal in which stage. Pure. */
public final class LifeCycle {

  private LifeCycle() {}

  /**
   * The stage that {@code command} leads to from {@code stage}.
   *
   * @throws IllegalMove when the command does not start there
   */
  public static Stage after(Stage stage, Command command) {
    if (!command.startsFrom(stage)) {
      throw new IllegalMove(stage, command);
    }
    return command.targetFrom(stage);
  }

  /** The commands that start from {@code stage}, in the order of their declaration. */
  public static List<Command> listAllowed(Stage stage) {
    return Arrays.stream(Command.values()).filter(command -> command.startsFrom(stage)).toList();
  }
}
