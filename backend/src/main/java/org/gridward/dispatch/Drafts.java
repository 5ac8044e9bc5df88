package org.gridward.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.dispatch.ranking.Candidate;
import org.gridward.dispatch.ranking.Ranked;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.incident.IncidentView;
import org.gridward.shared.Actor;
import org.gridward.shared.Ids;

/** Decides one incident after the other in memory, each knowing of the offers before it. */
final class Drafts {

  /** An incident for which nobody is asked; {@code news} when it waits for another reason now. */
  record Unserved(IncidentView incident, Decision decision, boolean news) {}

  private final Situation situation;
  private final Instant now;
  private final List<Unserved> unserved = new ArrayList<>();
  private List<Offer> offers = new ArrayList<>();

  Drafts(Situation situation, Instant now) {
    this.situation = situation;
    this.now = now;
  }

  List<Offer> offers() {
    return offers;
  }

  List<Unserved> unserved() {
    return unserved;
  }

  void keepOffers(List<Offer> kept) {
    offers = kept;
  }

  void decide(IncidentView incident, Work work) {
    if (incident.compact().cellId() == null) {
      wait(incident, work, nobody(incident, Reason.NO_CELL, Map.of()));
    } else if (work.attempts() >= situation.rules().maxAttempts()) {
      wait(
          incident,
          work,
          nobody(incident, Reason.ATTEMPTS_EXHAUSTED, Map.of("attempts", work.attempts())));
    } else {
      Ranked ranked = situation.rank(incident);
      Decision decision =
          Decision.of(incident.id(), ranked, situation.rules().version(), Actor.SYSTEM, now);
      ranked
          .chosen()
          .ifPresentOrElse(
              one -> offer(incident, work, decision, one), () -> wait(incident, work, decision));
    }
  }

  private void offer(IncidentView incident, Work work, Decision decision, Candidate chosen) {
    situation.take(chosen.workerId());
    Assignment assignment =
        Assignment.offered(
            Ids.newId(now),
            incident.id(),
            chosen.workerId(),
            decision.id(),
            work.round(),
            now,
            now.plus(situation.category(incident).acceptWithin()));
    offers.add(new Offer(incident, decision, assignment, chosen.capacity(), Actor.SYSTEM));
  }

  private void wait(IncidentView incident, Work work, Decision decision) {
    unserved.add(new Unserved(incident, decision, work.reason() != decision.reason()));
  }

  private Decision nobody(IncidentView incident, Reason reason, Map<String, Object> params) {
    return new Decision(
        Ids.newId(now),
        incident.id(),
        now,
        Actor.SYSTEM,
        situation.rules().version(),
        null,
        reason,
        params,
        List.of());
  }
}
