package org.gridward.dispatch;

import java.util.Optional;
import org.gridward.dispatch.WorkerStatus.Spot;
import org.springframework.stereotype.Component;

/** Where workers were seen last. */
@Component
class Whereabouts {

  /** The latest position; empty when none is known. */
  Optional<Spot> find(long workerId) {
    return Optional.empty();
  }
}
