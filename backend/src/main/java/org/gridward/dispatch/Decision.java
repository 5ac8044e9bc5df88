package org.gridward.dispatch;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.dispatch.ranking.Candidate;
import org.gridward.dispatch.ranking.Ranked;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.dispatch.ranking.Verdict;
import org.gridward.shared.Actor;
import org.gridward.shared.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One decision: what was known, who was considered, and how it came out.
 *
 * @param chosenWorkerId null when nobody was asked
 * @param params what the words of the reason speak of; {@code warnings} lists the codes of what an
 *     operator passed over
 * @param candidates in the order of asking; the long tail of a crowded area is cut
 */
public record Decision(
    UUID id,
    UUID incidentId,
    Instant at,
    Actor madeBy,
    int ruleVersion,
    @Nullable Long chosenWorkerId,
    Reason reason,
    Map<String, Object> params,
    List<StoredCandidate> candidates) {

  public Decision {
    params = Map.copyOf(params);
    candidates = List.copyOf(candidates);
  }

  /** So many candidates of a crowded area are kept. */
  static final int KEPT_CANDIDATES = 25;

  /** What the ranking came to. */
  static Decision of(UUID incidentId, Ranked ranked, int ruleVersion, Actor madeBy, Instant at) {
    return new Decision(
        Ids.newId(at),
        incidentId,
        at,
        madeBy,
        ruleVersion,
        ranked.chosen().map(Candidate::workerId).orElse(null),
        ranked.reason(),
        ranked.chosen().map(Decision::params).orElse(Map.of()),
        ranked.head(KEPT_CANDIDATES).stream().map(StoredCandidate::of).toList());
  }

  private static Map<String, Object> params(Candidate chosen) {
    Map<String, Object> params = new HashMap<>();
    params.put("worker", chosen.name());
    params.put("active", chosen.active());
    params.put("capacity", chosen.capacity());
    if (chosen.distanceMetres() != null) {
      params.put("distanceMetres", (double) Math.round(chosen.distanceMetres() * 10) / 10);
    }
    return params;
  }

  /** What an operator passed over: OFF_DUTY, FULL, LACKS_SKILL. */
  public List<Verdict> warnings() {
    return params.get("warnings") instanceof List<?> codes
        ? codes.stream().map(code -> Verdict.valueOf(code.toString())).toList()
        : List.of();
  }

  /** The same decision, knowing what an operator passed over. */
  Decision with(String param, Object value) {
    Map<String, Object> more = new HashMap<>(params);
    more.put(param, value);
    return new Decision(
        id, incidentId, at, madeBy, ruleVersion, chosenWorkerId, reason, more, candidates);
  }
}
