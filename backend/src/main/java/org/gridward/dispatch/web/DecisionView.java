package org.gridward.dispatch.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.dispatch.Decision;
import org.gridward.dispatch.StoredCandidate;
import org.gridward.dispatch.Words;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.dispatch.ranking.Verdict;
import org.gridward.rulebook.Tier;
import org.jspecify.annotations.Nullable;

/** A decision in the reader's language. */
record DecisionView(
    UUID id,
    Instant at,
    String madeBy,
    int ruleVersion,
    @Nullable Long chosenWorkerId,
    Reason reason,
    String text,
    List<WarningView> warnings,
    List<CandidateView> candidates) {

  record WarningView(Verdict code, String text) {

    static WarningView of(Verdict code, Map<String, ?> params, Words words) {
      return new WarningView(code, words.warning(code, params));
    }
  }

  record CandidateView(
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
      Verdict verdict,
      String text) {

    static CandidateView of(StoredCandidate stored, Words words) {
      return new CandidateView(
          stored.workerId(),
          stored.name(),
          stored.tier(),
          stored.onDuty(),
          stored.distanceMetres(),
          stored.active(),
          stored.capacity(),
          stored.hasSkill(),
          stored.score(),
          stored.parts(),
          stored.verdict(),
          words.verdict(stored.verdict(), stored.params()));
    }
  }

  static DecisionView of(Decision decision, Words words) {
    List<WarningView> warnings =
        decision.warnings().stream()
            .map(code -> WarningView.of(code, decision.params(), words))
            .toList();
    return new DecisionView(
        decision.id(),
        decision.at(),
        decision.madeBy().value(),
        decision.ruleVersion(),
        decision.chosenWorkerId(),
        decision.reason(),
        text(decision, warnings, words),
        warnings,
        decision.candidates().stream().map(one -> CandidateView.of(one, words)).toList());
  }

  private static String text(Decision decision, List<WarningView> warnings, Words words) {
    List<String> sentences = new java.util.ArrayList<>();
    sentences.add(words.reason(decision.reason(), decision.params()));
    warnings.forEach(warning -> sentences.add(warning.text()));
    return words.join(sentences);
  }
}
