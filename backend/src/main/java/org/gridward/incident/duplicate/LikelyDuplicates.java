package org.gridward.incident.duplicate;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.gridward.incident.IncidentView;
import org.gridward.incident.store.NeighbourRows;
import org.gridward.incident.store.NeighbourRows.Neighbour;
import org.gridward.incident.store.NeighbourRows.Search;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds open incidents that may be the same as a given one, the most alike first. Looks at those
 * within {@value #RADIUS_METRES} m, those of the same cell without a point, and those that have
 * words only, as far as they were reported in the last {@value #DAYS} days, and at most {@value
 * #MOST_COMPARED} of each kind, the newest; without a point or cell, at the newest of the areas.
 */
@Service
public class LikelyDuplicates {

  static final int RADIUS_METRES = 500;
  static final int DAYS = 30;
  static final int MOST_COMPARED = 1000;

  /** What is less alike is not worth a look. */
  static final double LEAST_SCORE = 0.3;

  private final NeighbourRows neighbours;
  private final Clock clock;

  LikelyDuplicates(NeighbourRows neighbours, Clock clock) {
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /** An incident that may be the same, and by what. */
  public record Likely(IncidentView incident, Likeness likeness) {}

  /** Like an incident that is there; itself is left out. */
  public List<Likely> find(IncidentView incident, List<AreaPath> areas, int limit) {
    return find(Telling.of(incident), incident.id(), areas, limit);
  }

  /** Like one that is being typed. */
  public List<Likely> find(Telling telling, List<AreaPath> areas, int limit) {
    return find(telling, null, areas, limit);
  }

  private List<Likely> find(
      Telling telling, @Nullable UUID itself, List<AreaPath> areas, int limit) {
    Search search =
        new Search(
            areas,
            telling.lon(),
            telling.lat(),
            telling.cellId(),
            RADIUS_METRES,
            clock.instant().minus(Duration.ofDays(DAYS)),
            MOST_COMPARED);
    return neighbours.list(search).stream()
        .filter(neighbour -> !neighbour.incident().id().equals(itself))
        .map(neighbour -> compare(telling, neighbour))
        .filter(likely -> likely.likeness().score() >= LEAST_SCORE)
        .sorted(
            Comparator.comparingDouble((Likely likely) -> -likely.likeness().score())
                .thenComparing(likely -> likely.incident().id()))
        .limit(limit)
        .toList();
  }

  private static Likely compare(Telling telling, Neighbour neighbour) {
    Telling other = Telling.of(neighbour.incident());
    return new Likely(neighbour.incident(), Likeness.between(telling, other, neighbour.metres()));
  }
}
