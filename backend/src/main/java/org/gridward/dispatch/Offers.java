package org.gridward.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.incident.Assignee;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.Incidents;
import org.gridward.journal.NewEntry;
import org.gridward.shared.Actor;
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

  /**
   * The caller holds the locks of the incidents, all at stage FILED, and of the workers. Several at
   * once are the system's.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void make(List<Offer> offers) {
    if (offers.isEmpty()) {
      return;
    }
    List<Assignment> made = offers.stream().map(Offer::assignment).toList();
    decisions.insert(offers.stream().map(Offer::decision).toList());
    assignments.insert(made);
    work.assigned(made.stream().map(Assignment::incidentId).toList());
    chronicle.write(tell(offers));
    timers.start(made);
  }

  private List<NewEntry> tell(List<Offer> offers) {
    Map<UUID, CompactIncident> dispatched = markDispatched(offers);
    List<NewEntry> entries = new ArrayList<>(offers.size());
    for (Offer offer : offers) {
      CompactIncident incident = Objects.requireNonNull(dispatched.get(offer.incident().id()));
      entries.add(chronicle.entry("offered", incident, offer.assignment(), offer.actor()));
    }
    return entries;
  }

  /** One goes the incident's own way: an operator's order may have moved it just before. */
  private Map<UUID, CompactIncident> markDispatched(List<Offer> offers) {
    if (offers.size() == 1) {
      Offer offer = offers.getFirst();
      UUID id = offer.incident().id();
      Assignee holder = chronicle.assignee(offer.assignment());
      return Map.of(id, incidents.markDispatched(id, holder, offer.actor()));
    }
    return incidents.markDispatched(
        offers.stream()
            .collect(
                Collectors.toMap(
                    offer -> offer.incident().id(),
                    offer -> chronicle.assignee(offer.assignment()))),
        Actor.SYSTEM);
  }
}
