package org.gridward.gis.heat;

import java.util.Arrays;
import java.util.Optional;

/** How many incidents fell into each stretch of time. */
public final class TimeCounts {

  private TimeCounts() {}

  /** The first and the last time of something, in seconds. */
  public record Span(int first, int last) {}

  /**
   * Counts between edges; the filter's own time is replaced by theirs.
   *
   * @param edges ascending seconds, two or more
   * @return one number fewer than there are edges
   */
  public static long[] of(IncidentColumns incidents, IncidentFilter filter, int[] edges) {
    IncidentFilter within = filter.at(edges[0], edges[edges.length - 1]);
    long[] counts = new long[edges.length - 1];
    return incidents.read(
        within,
        (chunks, masks) -> {
          int last = 0; // neighbours in the columns are neighbours in time
          for (Chunk chunk : chunks) {
            for (int i = 0; i < chunk.size; i++) {
              if (masks.counts(chunk, i)) {
                last = stretch(edges, chunk.time[i], last);
                counts[last]++;
              }
            }
          }
          return counts;
        });
  }

  private static int stretch(int[] edges, int time, int guess) {
    if (time >= edges[guess] && time < edges[guess + 1]) {
      return guess;
    }
    int found = Arrays.binarySearch(edges, time);
    return found >= 0 ? found : -found - 2;
  }

  /** From when to when there are incidents of this filter; empty when there are none. */
  public static Optional<Span> span(IncidentColumns incidents, IncidentFilter filter) {
    return incidents.read(
        filter,
        (chunks, masks) -> {
          int first = Integer.MAX_VALUE;
          int last = Integer.MIN_VALUE;
          for (Chunk chunk : chunks) {
            for (int i = 0; i < chunk.size; i++) {
              int time = chunk.time[i];
              if ((time < first || time > last) && masks.counts(chunk, i)) {
                first = Math.min(first, time);
                last = Math.max(last, time);
              }
            }
          }
          return first > last ? Optional.<Span>empty() : Optional.of(new Span(first, last));
        });
  }
}
