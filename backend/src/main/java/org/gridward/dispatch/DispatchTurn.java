package org.gridward.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Incidents;
import org.gridward.incident.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One turn of dispatch: claims due rows, decides them and writes the outcome in one transaction.
 * Any number of threads and servers take turns at the same time.
 *
 * <p>Locks are taken in the order incident, then dispatch's own rows, then workers. A turn holds
 * its claimed rows first and therefore never waits for an incident: one that is busy stays due.
 */
@Component
class DispatchTurn {

  private static final Logger log = LoggerFactory.getLogger(DispatchTurn.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

  private final WorkTable work;
  private final Incidents incidents;
  private final Situations situations;
  private final AssignmentTable assignments;
  private final Outcomes outcomes;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DispatchTurn(
      WorkTable work,
      Incidents incidents,
      Situations situations,
      AssignmentTable assignments,
      Outcomes outcomes,
      TransactionTemplate transaction,
      Clock clock) {
    this.work = work;
    this.incidents = incidents;
    this.situations = situations;
    this.assignments = assignments;
    this.outcomes = outcomes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Works at most {@code limit} due rows.
   *
   * @return how many were settled; 0 means that there is nothing to do now
   */
  int take(int limit) {
    try {
      return transact(limit);
    } catch (RuntimeException e) {
      log.warn("a turn of {} failed, its rows are tried one by one", limit, e);
      return takeSingly(limit);
    }
  }

  private int takeSingly(int limit) {
    int settled = 0;
    for (int n = 0; n < limit; n++) {
      try {
        int one = transact(1);
        settled += one;
        if (one == 0) {
          return settled;
        }
      } catch (RuntimeException e) {
        log.error("an incident could not be dispatched; it is tried again later", e);
        postponeFirst();
      }
    }
    return settled;
  }

  private int transact(int limit) {
    Integer settled = transaction.execute(status -> decide(limit));
    return settled == null ? 0 : settled;
  }

  private void postponeFirst() {
    transaction.executeWithoutResult(
        status ->
            work.claim(now(), 1)
                .forEach(one -> work.postpone(one.incidentId(), now().plus(AFTER_FAILURE))));
  }

  /** A claimed row and its incident, both locked. */
  private record Due(Work work, IncidentView incident) {

    boolean stillWanted() {
      return incident.stage() == Stage.FILED;
    }
  }

  private int decide(int limit) {
    List<Due> due = lock(work.claim(now(), limit));
    List<UUID> stale =
        due.stream().filter(one -> !one.stillWanted()).map(one -> one.incident().id()).toList();
    if (!stale.isEmpty()) {
      work.ended(stale);
    }
    return stale.size() + settle(due.stream().filter(Due::stillWanted).toList());
  }

  /** In the order of the claim; those whose incident somebody works at are left for later. */
  private List<Due> lock(List<Work> claimed) {
    if (claimed.isEmpty()) {
      return List.of();
    }
    Map<UUID, IncidentView> free =
        incidents.tryLock(claimed.stream().map(Work::incidentId).toList()).stream()
            .collect(Collectors.toMap(IncidentView::id, Function.identity()));
    List<Due> due = new ArrayList<>(claimed.size());
    for (Work row : claimed) {
      IncidentView incident = free.get(row.incidentId());
      if (incident != null) {
        due.add(new Due(row, incident));
      }
    }
    return due;
  }

  private int settle(List<Due> due) {
    if (due.isEmpty()) {
      return 0;
    }
    Situation situation = situations.gather(due.stream().map(Due::incident).toList());
    Drafts drafts = new Drafts(situation, now());
    due.forEach(one -> drafts.decide(one.incident(), one.work()));
    int drafted = drafts.offers().size();
    drafts.keepOffers(stillFree(drafts.offers()));
    outcomes.write(drafts);
    return due.size() - (drafted - drafts.offers().size());
  }

  /**
   * Other servers may have given work to the same people meanwhile: under the workers' locks, an
   * offer beyond capacity is dropped and its incident stays due. Critical incidents may go beyond.
   */
  private List<Offer> stillFree(List<Offer> offers) {
    if (offers.isEmpty()) {
      return offers;
    }
    List<Long> workers = offers.stream().map(one -> one.assignment().workerId()).toList();
    work.lockWorkers(workers);
    Map<Long, Integer> loads = new HashMap<>(assignments.countActive(workers));
    return offers.stream().filter(offer -> fits(offer, loads)).toList();
  }

  private static boolean fits(Offer offer, Map<Long, Integer> loads) {
    int load = loads.merge(offer.assignment().workerId(), 1, Integer::sum);
    boolean fits = load <= offer.capacity() || offer.decision().reason().beyondCapacity();
    if (!fits) {
      loads.merge(offer.assignment().workerId(), -1, Integer::sum);
    }
    return fits;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
