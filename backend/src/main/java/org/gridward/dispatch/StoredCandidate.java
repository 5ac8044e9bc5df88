package org.gridward.dispatch;

import java.util.Map;
import org.gridward.dispatch.ranking.Candidate;
import org.gridward.dispatch.ranking.Judged;
import org.gridward.dispatch.ranking.Verdict;
import org.gridward.rulebook.Tier;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as a decision keeps it.
 *
 * @param distanceMetres rounded to a tenth of a metre; null when unknown
 * @param active assignments in hand at the moment of the decision
 * @param score the sum of {@code parts}, rounded to a hundredth as they are
 */
public record StoredCandidate(
    long workerId,
    String name,
    Tier tier,
    boolean onDuty,
    @Nullable Double distanceMetres,
    int active,
    int capacity,
    boolean hasSkill,
    double score,
    Map<String, Double> parts,
    Verdict verdict) {

  static StoredCandidate of(Judged judged) {
    Candidate candidate = judged.candidate();
    Map<String, Double> parts = new java.util.TreeMap<>();
    judged.parts().forEach((name, value) -> parts.put(name, round(value, 100)));
    return new StoredCandidate(
        candidate.workerId(),
        candidate.name(),
        candidate.tier(),
        candidate.onDuty(),
        candidate.distanceMetres() == null ? null : round(candidate.distanceMetres(), 10),
        candidate.active(),
        candidate.capacity(),
        candidate.hasSkill(),
        round(judged.score(), 100),
        parts,
        judged.verdict());
  }

  /** What the words of the verdict speak of. */
  public Map<String, Object> params() {
    return Map.of("worker", name, "active", active, "capacity", capacity);
  }

  private static double round(double value, int parts) {
    return (double) Math.round(value * parts) / parts;
  }
}
