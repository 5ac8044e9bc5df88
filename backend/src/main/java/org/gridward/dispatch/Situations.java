package org.gridward.dispatch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gridward.incident.IncidentView;
import org.gridward.rulebook.Catalogue;
import org.gridward.rulebook.Category;
import org.gridward.rulebook.DispatchRules;
import org.gridward.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Gathers a {@link Situation}: two queries, however many incidents. */
@Component
class Situations {

  private final Contenders source;
  private final Catalogue catalogue;
  private final Rulebook rulebook;
  private final AssignmentTable assignments;
  private final Whereabouts whereabouts;

  Situations(
      Contenders source,
      Catalogue catalogue,
      Rulebook rulebook,
      AssignmentTable assignments,
      Whereabouts whereabouts) {
    this.source = source;
    this.catalogue = catalogue;
    this.rulebook = rulebook;
    this.assignments = assignments;
    this.whereabouts = whereabouts;
  }

  /** What is known now about those who might handle {@code incidents}. */
  Situation gather(Collection<IncidentView> incidents) {
    return gather(incidents, Set.of());
  }

  /** The same, with the loads of {@code others} who may be chosen by hand. */
  Situation gather(Collection<IncidentView> incidents, Set<Long> others) {
    DispatchRules rules = rulebook.current();
    Map<UUID, List<Contender>> contenders = new HashMap<>();
    Map<UUID, Category> categories = new HashMap<>();
    for (IncidentView incident : incidents) {
      contenders.put(incident.id(), source.list(incident.compact(), rules));
      categories.put(
          incident.id(), catalogue.get(incident.compact().category(), incident.categoryVersion()));
    }
    Set<Long> workers =
        contenders.values().stream()
            .flatMap(List::stream)
            .map(one -> one.worker().id())
            .collect(Collectors.toSet());
    workers.addAll(others);
    return new Situation(
        rules,
        contenders,
        categories,
        assignments.listAsked(contenders.keySet()),
        assignments.countActive(workers),
        whereabouts);
  }
}
