package org.gridward.incident;

import java.util.Map;
import java.util.UUID;
import org.gridward.shared.Problem;

/** There is no such incident, or the caller may not know of it. */
public final class IncidentUnknown extends Problem.NotFound {

  public IncidentUnknown(UUID id) {
    super("incident-unknown", "there is no incident %s for you".formatted(id), Map.of("id", id));
  }
}
