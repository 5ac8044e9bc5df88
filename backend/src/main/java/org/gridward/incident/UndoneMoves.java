package org.gridward.incident;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridward.incident.store.UndoCommands;
import org.gridward.shared.Actor;
import org.springframework.stereotype.Service;

/** Takes back what an operator has done to an incident by mistake. */
@Service
public class UndoneMoves {

  /** Moves of which the incident keeps what it was before. */
  public static final Set<Command> UNDOABLE =
      EnumSet.of(
          Command.FILE,
          Command.DISMISS,
          Command.CLOSE,
          Command.SETTLE,
          Command.REWORK,
          Command.RECATEGORISE);

  private final UndoCommands commands;

  UndoneMoves(UndoCommands commands) {
    this.commands = commands;
  }

  /**
   * Takes back the move that led to {@code versionAfter}. What had been sent on is filed again and
   * the rules send somebody; whoever was sent only because of the move is called back. Whether the
   * world has moved on since is for the caller to know, who holds the incident's lock.
   *
   * @return the incident as it is then; empty when nothing is known of that move any more
   */
  public Optional<IncidentView> undo(UUID id, Command undone, int versionAfter, Actor actor) {
    return commands.undo(id, undone, versionAfter, actor);
  }

  /** Whether the move that led to {@code versionAfter} can still be taken back. */
  public boolean knows(UUID id, int versionAfter) {
    return commands.knows(id, versionAfter);
  }
}
