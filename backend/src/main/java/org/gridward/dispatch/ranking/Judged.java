package org.gridward.dispatch.ranking;

import java.util.Map;

/**
 * A candidate with what the decision made of them.
 *
 * @param score the sum of the parts; higher is asked earlier
 * @param parts by name: {@code tier}, {@code order}, {@code nearness}, {@code overCapacity}; only
 *     those that are not zero
 */
public record Judged(
    Candidate candidate, double score, Map<String, Double> parts, Verdict verdict) {

  public Judged {
    parts = Map.copyOf(parts);
  }

  Judged withVerdict(Verdict another) {
    return new Judged(candidate, score, parts, another);
  }
}
