package org.gridward.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.Incidents;
import org.gridward.journal.NewEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes offers: decision, assignment, the incident's stage, journal and timer, all or nothing. */
@Component
class Offers {

  private final DecisionTable decisions;
  private final AssignmentTable assignments;
  private final WorkTable work;
  private final Incidents incidents;
  private final Chronicle chronicle;
  private final OfferTimers timers;

  Offers(
      DecisionTable decisions,
      AssignmentTable assignments,
      WorkTable work,
      Incidents incidents,
      Chronicle chronicle,
      OfferTimers timers) {
    this.decisions = decisions;
    this.assignments = assignments;
    this.work = work;
    this.incidents = incidents;
    this.chronicle = chronicle;
    this.timers = timers;
  }

  /** The caller holds the locks of the incidents, all at stage FILED, and of the workers. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void make(List<Offer> offers) {
    if (offers.isEmpty()) {
      return;
    }
    List<Assignment> made = offers.stream().map(Offer::assignment).toList();
    decisions.insert(offers.stream().map(Offer::decision).toList());
    assignments.insert(made);
    work.assigned(made.stream().map(Assignment::incidentId).toList());
    chronicle.write(markDispatched(offers));
    timers.start(made);
  }

  private List<NewEntry> markDispatched(List<Offer> offers) {
    List<NewEntry> entries = new ArrayList<>(offers.size());
    for (Offer offer : offers) {
      CompactIncident now =
          incidents.markDispatched(
              offer.incident().id(), chronicle.assignee(offer.assignment()), offer.actor());
      entries.add(chronicle.entry("offered", now, offer.assignment(), offer.actor()));
    }
    return entries;
  }
}
