package org.gridward.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gridward.shared.Actor;

/**
 * Whether somebody's last step at an incident can be taken back. Answered by the dispatch module,
 * which knows; without it nothing can.
 */
public interface WaysBack {

  /**
   * What would be taken back.
   *
   * @param step its name: the code of a command, or assign, recall, merge
   * @param until the last moment for it
   */
  record WayBack(String step, Instant until) {}

  /** Empty when the last act of a person is not this one's, is no such step, or is too old. */
  Optional<WayBack> find(UUID incidentId, Actor actor);
}
