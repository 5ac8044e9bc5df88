package org.gridward.gis.streets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Quickest ways from a place, or to whichever of several is quickest (Dijkstra's algorithm; it
 * grows only as far as the targets that were asked for). For one thread.
 */
public final class StreetSearch {

  private final StreetGraph graph;
  private final Travel by;
  private final double limit;
  private final Map<Integer, List<Snap>> sources = new HashMap<>();
  private final double[] seconds;
  private final double[] metres;
  private final NodeQueue queue = new NodeQueue();

  StreetSearch(StreetGraph graph, Travel by, List<Snap> from, double limitSeconds) {
    this.graph = graph;
    this.by = by;
    this.limit = limitSeconds;
    this.seconds = new double[graph.nodes];
    this.metres = new double[graph.nodes];
    Arrays.fill(seconds, Double.POSITIVE_INFINITY);
    for (Snap source : from) {
      sources.computeIfAbsent(source.edge(), _ -> new ArrayList<>()).add(source);
      Trip off = Trip.straight(source.offMetres());
      reach(2 * source.edge(), 1 - source.share(), off);
      reach(2 * source.edge() + 1, source.share(), off);
    }
  }

  private void reach(int arc, double share, Trip before) {
    improve(graph.head(arc), before.plus(part(arc, share)));
  }

  /** Going along a share of an arc; none of it takes no time even where it is not open. */
  private Trip part(int arc, double share) {
    return share == 0
        ? new Trip(0, 0)
        : new Trip(share * graph.metres(arc >> 1), share * graph.seconds(arc, by));
  }

  private void improve(int node, Trip trip) {
    if (trip.seconds() < seconds[node]) {
      seconds[node] = trip.seconds();
      metres[node] = trip.metres();
      queue.add(node, trip.seconds());
    }
  }

  /**
   * The quickest way to a place. Empty where none leads there, or none within the limit.
   *
   * @param target found for the same kind of travel
   */
  public Optional<Trip> to(Snap target) {
    Trip best = best(target);
    while (!queue.isEmpty() && queue.least() < Math.min(best.seconds(), limit)) {
      int node = queue.poll();
      if (settle(node) && (node == graph.from[target.edge()] || node == graph.to[target.edge()])) {
        best = best(target);
      }
    }
    best = best(target);
    return best.seconds() <= limit && Double.isFinite(best.seconds())
        ? Optional.of(best)
        : Optional.empty();
  }

  /** By what is known of both ends of the target's street, and straight along it. */
  private Trip best(Snap target) {
    int arc = 2 * target.edge();
    Trip best =
        quicker(
            at(graph.from[target.edge()]).plus(part(arc, target.share())),
            at(graph.to[target.edge()]).plus(part(arc + 1, 1 - target.share())));
    for (Snap source : sources.getOrDefault(target.edge(), List.of())) {
      double ahead = target.share() - source.share();
      Trip along = part(ahead >= 0 ? arc : arc + 1, Math.abs(ahead));
      best = quicker(best, Trip.straight(source.offMetres()).plus(along));
    }
    return best.plus(Trip.straight(target.offMetres()));
  }

  private Trip at(int node) {
    return new Trip(metres[node], seconds[node]);
  }

  private static Trip quicker(Trip one, Trip other) {
    return other.seconds() < one.seconds() ? other : one;
  }

  /** False where the node had been settled before, by a quicker way. */
  private boolean settle(int node) {
    double settled = seconds[node];
    if (queue.polledKey() > settled) {
      return false;
    }
    for (int i = graph.firstArc(node); i < graph.firstArc(node + 1); i++) {
      int arc = graph.arc(i);
      double through = settled + graph.seconds(arc, by);
      int head = graph.head(arc);
      if (through < seconds[head]) {
        improve(head, new Trip(metres[node] + graph.metres(arc >> 1), through));
      }
    }
    return true;
  }
}
