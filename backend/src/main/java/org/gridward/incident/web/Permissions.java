package org.gridward.incident.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.incident.Command;
import org.gridward.incident.IncidentView;
import org.gridward.incident.LifeCycle;
import org.gridward.incident.Stage;
import org.gridward.shared.Problem;

/** Who may carry out which command by hand: operators all, leaders the evaluation. */
final class Permissions {

  /** These happen through assignments, which keep worker and incident in step. */
  private static final Set<Command> BY_DISPATCH =
      EnumSet.of(Command.DISPATCH, Command.RECALL, Command.START, Command.FEED_BACK);

  /** These have endpoints of their own, since they take another incident or another person. */
  private static final Set<Command> ELSEWHERE =
      EnumSet.of(
          Command.MERGE, Command.UNMERGE, Command.HAND_OVER, Command.ESCALATE, Command.GIVE_BACK);

  private static final Set<Stage> ASSIGNABLE =
      EnumSet.of(Stage.FILED, Stage.DISPATCHED, Stage.HANDLING);

  /** There is no such command, or not by this way. */
  static final class NoSuchCommand extends Problem.Rejected {
    NoSuchCommand(String code) {
      this(
          code,
          Stream.of(Command.values()).filter(Permissions::isByHand).map(Command::code).toList());
    }

    private NoSuchCommand(String code, List<String> known) {
      super(
          "command-unknown",
          "'%s' is no command here; use one of %s. Workers are sent, recalled and report back"
                  .formatted(code, known)
              + " through assignments",
          Map.of("command", code, "known", known));
    }
  }

  private Permissions() {}

  private static boolean isByHand(Command command) {
    return !BY_DISPATCH.contains(command) && !ELSEWHERE.contains(command);
  }

  /** The command of this code; throws {@link NoSuchCommand}. */
  static Command byHand(String code) {
    return Command.findByCode(code)
        .filter(Permissions::isByHand)
        .orElseThrow(() -> new NoSuchCommand(code));
  }

  /** Passes when the caller may do this to the incident; throws a 403 otherwise. */
  static void require(Caller caller, Command command, IncidentView incident) {
    if (command == Command.EVALUATE) {
      caller.require(incident.areaPath(), Role.OPERATOR, Role.LEADER);
    } else {
      caller.require(incident.areaPath(), Role.OPERATOR);
    }
  }

  /**
   * What the caller can do now: codes of commands, and {@code assign}, {@code recall} and {@code
   * dispatch}, which are endpoints of their own.
   */
  static List<String> listAllowed(Caller caller, IncidentView incident) {
    Stage stage = incident.stage();
    if (caller.may(Role.OPERATOR, incident.areaPath())) {
      Stream<String> commands =
          LifeCycle.listAllowed(stage).stream()
              .filter(command -> command != Command.START && command != Command.FEED_BACK)
              .map(Command::code);
      Stream<String> assign = ASSIGNABLE.contains(stage) ? Stream.of("assign") : Stream.of();
      return Stream.concat(commands, assign).toList();
    }
    return caller.may(Role.LEADER, incident.areaPath()) && Command.EVALUATE.startsFrom(stage)
        ? List.of(Command.EVALUATE.code())
        : List.of();
  }
}
