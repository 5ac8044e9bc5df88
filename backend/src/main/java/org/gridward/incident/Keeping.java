package org.gridward.incident;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gridward.incident.store.KeeperRows;
import org.gridward.incident.store.KeepingCommands;
import org.gridward.rulebook.EscalationLadder;
import org.gridward.rulebook.EscalationRung;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Which operator has a case, and how far up it was escalated. Neither changes its stage or who is
 * sent to it. Who may is the caller's business.
 */
@Service
public class Keeping {

  private final KeepingCommands commands;
  private final EscalationLadder ladder;
  private final KeeperRows keepers;

  Keeping(KeepingCommands commands, EscalationLadder ladder, KeeperRows keepers) {
    this.commands = commands;
    this.ladder = ladder;
    this.keepers = keepers;
  }

  /**
   * Who orders it, on which view, and what others should know.
   *
   * @param version the incident's version that the actor decided on
   */
  public record Order(int version, @Nullable String note, Actor actor) {}

  /**
   * Whom a case was escalated to: everybody who holds the role in an area that contains this one.
   *
   * @param rung how many rungs up, from 1
   */
  public record Escalated(AreaPath area, EscalationRung.To role, int rung) {}

  /**
   * Somebody with open cases.
   *
   * @param open how many, from 1
   */
  public record Kept(long userId, int open) {}

  /** Who has open cases in these areas, the busiest first. */
  public List<Kept> listKeepers(List<AreaPath> areas) {
    return keepers.list(areas);
  }

  /** The rungs above the one that the incident stands on, each for its area, from the lowest. */
  public List<Escalated> listRungsAbove(IncidentView incident) {
    Escalated now = incident.compact().escalated();
    int from = now == null ? 0 : now.rung();
    List<EscalationRung> rungs = ladder.list();
    return IntStream.range(from, rungs.size())
        .mapToObj(i -> target(incident.areaPath(), rungs.get(i), i + 1))
        .toList();
  }

  private static Escalated target(AreaPath cell, EscalationRung rung, int number) {
    AreaPath area = cell;
    for (int i = 0; i < rung.levelsUp(); i++) {
      area = area.parent();
    }
    return new Escalated(area, rung.role(), number);
  }

  /**
   * Gives the case to an operator, who has it from then on; null gives it to nobody in particular.
   *
   * @throws VersionConflict when it has changed since
   * @throws IllegalMove when it has ended
   */
  public IncidentView handOver(UUID id, @Nullable Long userId, Order order) {
    return commands.handOver(id, userId, order);
  }

  /**
   * Puts the case before those of a higher rung; nobody has it from then on.
   *
   * @throws VersionConflict when it has changed since
   * @throws IllegalMove when it has ended
   */
  public IncidentView escalate(UUID id, Escalated to, Order order) {
    return commands.escalate(id, to, order);
  }

  /**
   * Gives it back to the operators of its own area.
   *
   * @throws VersionConflict when it has changed since
   * @throws IllegalMove when it has ended, or was not escalated
   */
  public IncidentView giveBack(UUID id, Order order) {
    return commands.escalate(id, null, order);
  }
}
