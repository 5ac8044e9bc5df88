package org.gridward.dispatch.ranking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.rulebook.Severity;
import org.gridward.rulebook.Tier;

/**
 * Puts candidates in the order of the ladder and chooses the first who can be asked.
 *
 * <p>Order: the tier's rung; within {@link Tier#BACKUP} the order of standing in; within {@link
 * Tier#NEARBY} the distance, unknown positions last; then fewer assignments, then the lower id. Who
 * is full is passed over; only a critical incident for which nobody has room is offered to the full
 * ones, in the same order. The required skill binds {@link Tier#NEARBY} alone: those who answer for
 * the cell answer for everything in it.
 */
public final class Ranking {

  static final double RUNG = 1000;
  static final double NEAREST = 500;
  static final double HALVING_METRES = 1000;
  static final double STANDING_IN = 100;
  static final double OVER_CAPACITY = -10_000;

  private final List<Tier> ladder;
  private final boolean critical;

  private Ranking(List<Tier> ladder, Severity severity) {
    this.ladder = ladder;
    this.critical = severity == Severity.CRITICAL;
  }

  /** Ranks for one incident; candidates of tiers outside the ladder are left out. */
  public static Ranked rank(List<Tier> ladder, Severity severity, List<Candidate> candidates) {
    return new Ranking(ladder, severity).rank(candidates);
  }

  /** The same list, but {@code workerId} has been chosen by an operator, whatever the rules say. */
  public static Ranked byHand(
      List<Tier> ladder, Severity severity, List<Candidate> candidates, long workerId) {
    List<Judged> judged =
        rank(ladder, severity, candidates).judged().stream()
            .map(one -> one.withVerdict(afterChoice(one, workerId)))
            .toList();
    return new Ranked(judged, Reason.BY_HAND);
  }

  private static Verdict afterChoice(Judged one, long workerId) {
    if (one.candidate().workerId() == workerId) {
      return Verdict.CHOSEN;
    }
    return one.verdict() == Verdict.CHOSEN ? Verdict.OUTRANKED : one.verdict();
  }

  private Ranked rank(List<Candidate> candidates) {
    List<Judged> judged = new ArrayList<>(candidates.size());
    boolean open = true;
    for (Candidate candidate : inOrder(candidates)) {
      Verdict verdict = judge(candidate, open);
      open &= verdict != Verdict.CHOSEN;
      judged.add(explain(candidate, verdict));
    }
    return new Ranked(judged, reason(judged));
  }

  private List<Candidate> inOrder(List<Candidate> candidates) {
    Comparator<Candidate> order =
        comparing(this::overCapacity)
            .thenComparingInt(candidate -> ladder.indexOf(candidate.tier()))
            .thenComparing(comparingInt(Candidate::place))
            .thenComparing(Ranking::reach, nullsLast(naturalOrder()))
            .thenComparing(comparingInt(Candidate::active))
            .thenComparing(comparingLong(Candidate::workerId));
    return candidates.stream()
        .filter(candidate -> ladder.contains(candidate.tier()))
        .sorted(order)
        .toList();
  }

  private boolean overCapacity(Candidate candidate) {
    return critical && candidate.full();
  }

  private static @org.jspecify.annotations.Nullable Double reach(Candidate candidate) {
    return candidate.tier() == Tier.NEARBY ? candidate.distanceMetres() : Double.valueOf(0);
  }

  private Verdict judge(Candidate candidate, boolean open) {
    if (candidate.asked() != Asked.NO) {
      return asked(candidate.asked());
    }
    if (!candidate.onDuty()) {
      return Verdict.OFF_DUTY;
    }
    if (candidate.tier() == Tier.NEARBY && !candidate.hasSkill()) {
      return Verdict.LACKS_SKILL;
    }
    if (candidate.full() && !critical) {
      return Verdict.FULL;
    }
    return open ? Verdict.CHOSEN : Verdict.OUTRANKED;
  }

  private static Verdict asked(Asked asked) {
    return switch (asked) {
      case NO -> throw new IllegalArgumentException("was not asked");
      case REFUSED -> Verdict.REFUSED;
      case EXPIRED -> Verdict.EXPIRED;
      case RECALLED -> Verdict.RECALLED;
    };
  }

  private Judged explain(Candidate candidate, Verdict verdict) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("tier", RUNG * (ladder.size() - ladder.indexOf(candidate.tier())));
    if (candidate.tier() == Tier.BACKUP) {
      parts.put("order", STANDING_IN / (1 + candidate.place()));
    }
    if (candidate.tier() == Tier.NEARBY && candidate.distanceMetres() != null) {
      parts.put(
          "nearness", NEAREST * HALVING_METRES / (HALVING_METRES + candidate.distanceMetres()));
    }
    if (overCapacity(candidate)) {
      parts.put("overCapacity", OVER_CAPACITY);
    }
    double score = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Judged(candidate, score, parts, verdict);
  }

  private static Reason reason(List<Judged> judged) {
    return judged.stream()
        .filter(one -> one.verdict() == Verdict.CHOSEN)
        .findFirst()
        .map(Ranking::whyChosen)
        .orElseGet(() -> whyNobody(judged));
  }

  private static Reason whyChosen(Judged chosen) {
    if (chosen.candidate().full()) {
      return Reason.OVER_CAPACITY;
    }
    return switch (chosen.candidate().tier()) {
      case MAIN -> Reason.MAIN;
      case BACKUP -> Reason.BACKUP;
      case NEARBY ->
          chosen.candidate().distanceMetres() == null ? Reason.NEARBY_UNPLACED : Reason.NEAREST;
    };
  }

  private static Reason whyNobody(List<Judged> judged) {
    if (judged.isEmpty()) {
      return Reason.NOBODY_RESPONSIBLE;
    }
    Set<Verdict> found = EnumSet.noneOf(Verdict.class);
    judged.forEach(one -> found.add(one.verdict()));
    if (found.contains(Verdict.FULL)) {
      return Reason.ALL_FULL;
    }
    if (found.stream()
        .anyMatch(EnumSet.of(Verdict.REFUSED, Verdict.EXPIRED, Verdict.RECALLED)::contains)) {
      return Reason.ALL_ASKED;
    }
    return found.contains(Verdict.LACKS_SKILL) ? Reason.NOBODY_SKILLED : Reason.NOBODY_ON_DUTY;
  }
}
