package org.gridward.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridward.dispatch.Drafts.Unserved;
import org.gridward.dispatch.ranking.Reason;
import org.gridward.shared.Actor;
import org.springframework.stereotype.Component;

/** Writes what a turn decided: offers, and who goes to the operator's queue and why. */
@Component
class Outcomes {

  private final Offers offers;
  private final WorkTable work;
  private final DecisionTable decisions;
  private final Chronicle chronicle;
  private final DispatchMeters meters;

  Outcomes(
      Offers offers,
      WorkTable work,
      DecisionTable decisions,
      Chronicle chronicle,
      DispatchMeters meters) {
    this.offers = offers;
    this.work = work;
    this.decisions = decisions;
    this.chronicle = chronicle;
    this.meters = meters;
  }

  void write(Drafts drafts) {
    offers.make(drafts.offers());
    if (!drafts.unserved().isEmpty()) {
      writeWaiting(drafts.unserved());
    }
    meters.decided(drafts.offers().size(), drafts.unserved().size());
  }

  private void writeWaiting(List<Unserved> unserved) {
    Map<UUID, Reason> reasons = new LinkedHashMap<>();
    unserved.forEach(one -> reasons.put(one.incident().id(), one.decision().reason()));
    work.waiting(reasons);
    List<Unserved> news = unserved.stream().filter(Unserved::news).toList();
    decisions.insert(news.stream().map(Unserved::decision).toList());
    chronicle.write(
        news.stream()
            .map(
                one ->
                    chronicle.waiting(
                        one.incident().compact(),
                        one.decision().reason(),
                        one.decision().params(),
                        Actor.SYSTEM))
            .toList());
  }
}
