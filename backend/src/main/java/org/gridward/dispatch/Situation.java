package org.gridward.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gridward.dispatch.ranking.Asked;
import org.gridward.dispatch.ranking.Candidate;
import org.gridward.dispatch.ranking.Ranked;
import org.gridward.dispatch.ranking.Ranking;
import org.gridward.gis.geometry.Geodesic;
import org.gridward.incident.CompactIncident;
import org.gridward.incident.IncidentView;
import org.gridward.rulebook.Category;
import org.gridward.rulebook.DispatchRules;
import org.gridward.workforce.Worker;
import org.jspecify.annotations.Nullable;

/**
 * What is known while a handful of incidents is being decided: who comes into question, how much
 * they have in hand, who has been asked. Offers made along the way are counted by {@link #take}.
 * Not thread-safe; made by {@link Situations}.
 */
final class Situation {

  private final DispatchRules rules;
  private final Map<UUID, List<Contender>> contenders;
  private final Map<UUID, Category> categories;
  private final Map<UUID, Map<Long, Asked>> asked;
  private final Map<Long, Integer> loads;
  private final Whereabouts whereabouts;

  Situation(
      DispatchRules rules,
      Map<UUID, List<Contender>> contenders,
      Map<UUID, Category> categories,
      Map<UUID, Map<Long, Asked>> asked,
      Map<Long, Integer> loads,
      Whereabouts whereabouts) {
    this.rules = rules;
    this.contenders = contenders;
    this.categories = categories;
    this.asked = asked;
    this.loads = new HashMap<>(loads);
    this.whereabouts = whereabouts;
  }

  DispatchRules rules() {
    return rules;
  }

  Category category(IncidentView incident) {
    return Objects.requireNonNull(categories.get(incident.id()));
  }

  /** The candidates for the incident as things stand, ranked. */
  Ranked rank(IncidentView incident) {
    return Ranking.rank(
        rules.ladder(), incident.compact().severity(), listCandidates(incident, null));
  }

  /** The same with {@code worker} chosen by hand, who need not be a candidate by the rules. */
  Ranked rankByHand(IncidentView incident, Contender worker) {
    return Ranking.byHand(
        rules.ladder(),
        incident.compact().severity(),
        listCandidates(incident, worker),
        worker.worker().id());
  }

  private List<Candidate> listCandidates(IncidentView incident, @Nullable Contender extra) {
    List<Contender> all = Objects.requireNonNull(contenders.get(incident.id()));
    boolean missing =
        extra != null && all.stream().noneMatch(o -> o.worker().id() == extra.worker().id());
    return java.util.stream.Stream.concat(
            all.stream(),
            missing ? java.util.stream.Stream.of(extra) : java.util.stream.Stream.of())
        .map(contender -> candidate(incident, contender))
        .toList();
  }

  private Candidate candidate(IncidentView incident, Contender contender) {
    Worker worker = contender.worker();
    String skill = category(incident).requiredSkill();
    return new Candidate(
        worker.id(),
        worker.name(),
        contender.tier(),
        contender.place(),
        worker.onDuty(),
        distance(incident.compact(), worker.id()),
        load(worker.id()),
        worker.capacity(),
        skill == null || worker.skills().contains(skill),
        asked.getOrDefault(incident.id(), Map.of()).getOrDefault(worker.id(), Asked.NO));
  }

  private @Nullable Double distance(CompactIncident incident, long workerId) {
    Double lon = incident.lon();
    Double lat = incident.lat();
    if (lon == null || lat == null) {
      return null;
    }
    return whereabouts
        .find(workerId)
        .map(spot -> Geodesic.metres(lon, lat, spot.lon(), spot.lat()))
        .orElse(null);
  }

  /** Assignments the worker has in hand, offers of this decision round included. */
  int load(long workerId) {
    return loads.getOrDefault(workerId, 0);
  }

  /** One more assignment in this worker's hands. */
  void take(long workerId) {
    loads.merge(workerId, 1, Integer::sum);
  }
}
