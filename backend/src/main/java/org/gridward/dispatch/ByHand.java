package org.gridward.dispatch;

import java.util.List;
import org.gridward.dispatch.ranking.Verdict;
import org.gridward.incident.IncidentView;

/**
 * What became of an operator's choice.
 *
 * @param incident as it is now
 * @param warnings what the choice passed over: {@link Verdict#OFF_DUTY}, {@link Verdict#FULL},
 *     {@link Verdict#LACKS_SKILL}
 */
public record ByHand(
    IncidentView incident, Assignment assignment, Decision decision, List<Verdict> warnings) {

  public ByHand {
    warnings = List.copyOf(warnings);
  }
}
