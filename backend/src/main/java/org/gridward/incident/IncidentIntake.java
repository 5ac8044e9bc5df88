package org.gridward.incident;

import org.springframework.stereotype.Service;

/** Takes reports in: one incident each, committed with its journal entries before it answers. */
@Service
public class IncidentIntake {

  /**
   * Stores the report durably and answers. Blocks until its transaction has committed; concurrent
   * reports share one.
   */
  public Receipt accept(NewReport report) {
    throw new UnsupportedOperationException();
  }
}
