package org.gridward.dispatch.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridward.rulebook.Severity;
import org.gridward.rulebook.Tier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTests {

  private static final List<Tier> LADDER = List.of(Tier.MAIN, Tier.BACKUP, Tier.NEARBY);

  private static Candidate main(boolean onDuty, int active) {
    return new Candidate(1, "Ada", Tier.MAIN, 0, onDuty, 50.0, active, 3, true, Asked.NO);
  }

  private static Candidate backup(long id, int place) {
    return new Candidate(id, "Ben", Tier.BACKUP, place, true, 900.0, 0, 3, true, Asked.NO);
  }

  private static Candidate nearby(long id, @Nullable Double metres, boolean hasSkill) {
    return new Candidate(id, "Cy", Tier.NEARBY, 0, true, metres, 0, 3, hasSkill, Asked.NO);
  }

  private static Ranked rank(Severity severity, Candidate... candidates) {
    return Ranking.rank(LADDER, severity, List.of(candidates));
  }

  private static Verdict verdictOf(Ranked ranked, long workerId) {
    return ranked.judged().stream()
        .filter(one -> one.candidate().workerId() == workerId)
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  @Test
  void asksTheMainOneFirst() {
    Ranked ranked =
        rank(Severity.NORMAL, nearby(4, 1.0, true), backup(2, 0), main(true, 0), backup(3, 1));

    assertThat(ranked.chosen()).map(Candidate::workerId).contains(1L);
    assertThat(ranked.reason()).isEqualTo(Reason.MAIN);
    assertThat(ranked.judged().stream().map(one -> one.candidate().workerId()))
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(verdictOf(ranked, 4)).isEqualTo(Verdict.OUTRANKED);
  }

  @Test
  void passesOverAFullMainOneAndSaysSo() {
    Ranked ranked = rank(Severity.HIGH, main(true, 3), backup(2, 1), backup(3, 0));

    assertThat(ranked.chosen()).map(Candidate::workerId).contains(3L);
    assertThat(verdictOf(ranked, 1)).isEqualTo(Verdict.FULL);
  }

  @Test
  void asksTheNearestWithTheSkillWhenNobodyWhoAnswersIsOnDuty() {
    Ranked ranked =
        rank(
            Severity.NORMAL,
            main(false, 0),
            nearby(5, null, true),
            nearby(6, 700.0, true),
            nearby(7, 10.0, false),
            nearby(8, 700.0, true));

    assertThat(ranked.chosen()).map(Candidate::workerId).contains(6L);
    assertThat(ranked.reason()).isEqualTo(Reason.NEAREST);
    assertThat(verdictOf(ranked, 1)).isEqualTo(Verdict.OFF_DUTY);
    assertThat(verdictOf(ranked, 7)).isEqualTo(Verdict.LACKS_SKILL);
    assertThat(ranked.judged().getLast().candidate().workerId()).isEqualTo(5);
  }

  @Test
  void lacksNoSkillForThoseWhoAnswerForTheCell() {
    Candidate unskilled = new Candidate(1, "Ada", Tier.MAIN, 0, true, null, 0, 3, false, Asked.NO);

    assertThat(rank(Severity.LOW, unskilled).reason()).isEqualTo(Reason.MAIN);
  }

  @Test
  void offersACriticalIncidentToAFullOneOnlyWhenNobodyHasRoom() {
    assertThat(rank(Severity.CRITICAL, main(true, 3), nearby(4, 9000.0, true)).reason())
        .isEqualTo(Reason.NEAREST);
    Ranked alone = rank(Severity.CRITICAL, main(true, 3), nearby(4, 9000.0, false));
    assertThat(alone.reason()).isEqualTo(Reason.OVER_CAPACITY);
    assertThat(alone.chosen()).map(Candidate::workerId).contains(1L);
  }

  @Test
  void doesNotAskTwiceInARound() {
    Candidate refused =
        new Candidate(1, "Ada", Tier.MAIN, 0, true, null, 0, 3, true, Asked.REFUSED);

    assertThat(rank(Severity.CRITICAL, refused).reason()).isEqualTo(Reason.ALL_ASKED);
    assertThat(rank(Severity.CRITICAL, refused, backup(2, 0)).reason()).isEqualTo(Reason.BACKUP);
  }

  @Test
  void saysWhyNobodyIsAsked() {
    assertThat(rank(Severity.LOW).reason()).isEqualTo(Reason.NOBODY_RESPONSIBLE);
    assertThat(rank(Severity.LOW, main(false, 0)).reason()).isEqualTo(Reason.NOBODY_ON_DUTY);
    assertThat(rank(Severity.LOW, main(true, 3)).reason()).isEqualTo(Reason.ALL_FULL);
    assertThat(rank(Severity.LOW, main(false, 0), nearby(4, 1.0, false)).reason())
        .isEqualTo(Reason.NOBODY_SKILLED);
  }

  @Test
  void followsALadderInAnotherOrder() {
    Ranked ranked =
        Ranking.rank(
            List.of(Tier.NEARBY, Tier.MAIN),
            Severity.NORMAL,
            List.of(main(true, 0), backup(2, 0), nearby(4, 1.0, true)));

    assertThat(ranked.judged().stream().map(one -> one.candidate().workerId()))
        .containsExactly(4L, 1L);
  }

  @Test
  void agreesWithAPairwiseReadingOfTheRulesOnRandomRosters() {
    Random random = new Random(20260801);
    for (int round = 0; round < 5_000; round++) {
      Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
      List<Candidate> roster = roster(random);

      Ranked ranked = Ranking.rank(LADDER, severity, roster);

      assertThat(ranked.chosen()).isEqualTo(chosenByTheRules(severity, roster));
      assertThat(ranked.reason().offered()).isEqualTo(ranked.chosen().isPresent());
      assertThat(ranked.judged()).hasSameSizeAs(roster);
      assertThat(ranked.judged())
          .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }
  }

  private static List<Candidate> roster(Random random) {
    List<Candidate> roster = new ArrayList<>();
    int size = random.nextInt(8);
    for (int id = 1; id <= size; id++) {
      Tier tier = id == 1 && random.nextBoolean() ? Tier.MAIN : Tier.values()[1 + id % 2];
      roster.add(
          new Candidate(
              id,
              "w" + id,
              tier,
              tier == Tier.BACKUP ? id : 0,
              random.nextInt(3) > 0,
              random.nextInt(3) == 0 ? null : (double) random.nextInt(4) * 100,
              random.nextInt(4),
              1 + random.nextInt(3),
              random.nextBoolean(),
              random.nextInt(4) > 0 ? Asked.NO : Asked.values()[1 + random.nextInt(3)]));
    }
    java.util.Collections.shuffle(roster, random);
    return roster;
  }

  /** The rules once more, as plainly as can be: rung by rung, pick by pick. */
  private static Optional<Candidate> chosenByTheRules(Severity severity, List<Candidate> roster) {
    List<Candidate> askable =
        roster.stream()
            .filter(one -> one.asked() == Asked.NO && one.onDuty())
            .filter(one -> one.tier() != Tier.NEARBY || one.hasSkill())
            .toList();
    List<Candidate> withRoom =
        askable.stream().filter(one -> one.active() < one.capacity()).toList();
    List<Candidate> pool = withRoom.isEmpty() && severity == Severity.CRITICAL ? askable : withRoom;
    for (Tier tier : LADDER) {
      List<Candidate> rung = pool.stream().filter(one -> one.tier() == tier).toList();
      for (Candidate one : rung) {
        if (rung.stream().noneMatch(other -> other != one && beats(other, one))) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean beats(Candidate a, Candidate b) {
    if (a.tier() != Tier.NEARBY) {
      return a.place() < b.place();
    }
    double reachA = a.distanceMetres() == null ? Double.MAX_VALUE : a.distanceMetres();
    double reachB = b.distanceMetres() == null ? Double.MAX_VALUE : b.distanceMetres();
    if (reachA != reachB) {
      return reachA < reachB;
    }
    return a.active() != b.active() ? a.active() < b.active() : a.workerId() < b.workerId();
  }
}
