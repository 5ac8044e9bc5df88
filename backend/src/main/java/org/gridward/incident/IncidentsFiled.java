package org.gridward.incident;

import java.util.List;

/**
 * These incidents stand at {@link Stage#FILED} and wait to be dispatched: just filed, sent back for
 * rework, reopened, or filed before and now relocated or recategorised. Published inside the
 * transaction; an incident may come again while its dispatch work is still there.
 */
public record IncidentsFiled(List<FiledIncident> incidents) {

  public IncidentsFiled {
    incidents = List.copyOf(incidents);
  }
}
