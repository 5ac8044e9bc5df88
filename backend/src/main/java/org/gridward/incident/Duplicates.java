package org.gridward.incident;

import java.util.List;
import java.util.UUID;
import org.gridward.incident.store.DuplicateRows;
import org.gridward.incident.store.MergeCommands;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Incidents that are one and the same: the duplicate stands at {@link Stage#MERGED}, keeps its
 * reports and photos, and the survivor's state counts for it. A survivor can become a duplicate
 * itself, with all that it has; the last of such a row, which is no duplicate, is the survivor of
 * all. Who may is the caller's business.
 */
@Service
public class Duplicates {

  private final MergeCommands commands;
  private final DuplicateRows rows;

  Duplicates(MergeCommands commands, DuplicateRows rows) {
    this.commands = commands;
    this.rows = rows;
  }

  /**
   * Who orders it, on which view, and why.
   *
   * @param version the duplicate's version that the actor decided on
   */
  public record Order(int version, @Nullable String reason, Actor actor) {}

  /**
   * Makes the incident a duplicate of {@code survivor}; whoever is sent to it is called back. Both
   * are locked, so that of two who merge each into the other the second is refused.
   *
   * @throws IncidentUnknown when one of them does not exist
   * @throws VersionConflict when the duplicate has changed since
   * @throws IllegalMove when it cannot be merged at its stage
   * @throws NotASurvivor when the other one is itself, a duplicate, or has ended
   */
  public IncidentView merge(UUID duplicate, UUID survivor, Order order) {
    return commands.merge(duplicate, survivor, order);
  }

  /**
   * Makes it an incident of its own again, where it stood: what nobody had decided on waits for
   * that, anything else is filed and dispatched anew. Its time limit has run on.
   *
   * @throws VersionConflict when it has changed since
   * @throws IllegalMove when it is no duplicate
   */
  public IncidentView unmerge(UUID duplicate, Order order) {
    return commands.unmerge(duplicate, order);
  }

  /** The duplicates of the incident and theirs, in the order of merging. */
  public List<Merged> list(UUID survivor) {
    return rows.list(survivor);
  }

  /** The survivor of all; the incident itself when it is no duplicate. */
  public UUID survivorOf(UUID incident) {
    return rows.survivorOf(incident);
  }
}
