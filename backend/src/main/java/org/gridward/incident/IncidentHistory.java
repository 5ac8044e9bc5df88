package org.gridward.incident;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.store.HistoryRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All incidents there ever were, for evaluation. Who may see them is the caller's business. */
@Service
public class IncidentHistory {

  private final HistoryRows rows;

  IncidentHistory(HistoryRows rows) {
    this.rows = rows;
  }

  /**
   * The next incidents in the order of their reports; fewer than {@code limit} at the end.
   *
   * @param last of the page before; null begins
   */
  public List<IncidentFacts> listAfter(@Nullable IncidentFacts last, int limit) {
    return rows.listAfter(last, limit);
  }

  /** Those of {@code ids} that exist, in no order. */
  public List<IncidentFacts> list(Collection<UUID> ids) {
    return rows.list(ids);
  }

  /** A page of cases. */
  public IncidentPage list(CaseQuery query) {
    return rows.list(query);
  }
}
