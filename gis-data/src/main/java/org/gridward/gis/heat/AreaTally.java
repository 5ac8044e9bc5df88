package org.gridward.gis.heat;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Reckons figures for areas. Medians are exact; the median of an even number is the lower of the
 * two in the middle.
 */
public final class AreaTally {

  /** Belongs to no group. */
  public static final int NO_GROUP = -1;

  private final int now;
  private final IntUnaryOperator groupOf;
  private final long[] count;
  private final long[] open;
  private final long[] due;
  private final long[] kept;
  private final Seconds[] accept;
  private final Seconds[] close;

  private AreaTally(int groups, IntUnaryOperator groupOf, int now) {
    this.now = now;
    this.groupOf = groupOf;
    this.count = new long[groups];
    this.open = new long[groups];
    this.due = new long[groups];
    this.kept = new long[groups];
    this.accept = IntStream.range(0, groups).mapToObj(_ -> new Seconds()).toArray(Seconds[]::new);
    this.close = IntStream.range(0, groups).mapToObj(_ -> new Seconds()).toArray(Seconds[]::new);
  }

  /**
   * Figures of the groups 0 to before {@code groups}.
   *
   * @param groupOf the group of an area's code, or {@link #NO_GROUP}
   * @param now in seconds; what is due before and not done is late
   */
  public static List<AreaFigures> of(
      IncidentColumns incidents,
      IncidentFilter filter,
      int groups,
      IntUnaryOperator groupOf,
      int now) {
    AreaTally tally = new AreaTally(groups, groupOf, now);
    return incidents.read(
        filter,
        (chunks, masks) -> {
          chunks.forEach(chunk -> tally.add(chunk, masks));
          return IntStream.range(0, groups).mapToObj(tally::figures).toList();
        });
  }

  private void add(Chunk chunk, Masks masks) {
    for (int i = 0; i < chunk.size; i++) {
      if (masks.counts(chunk, i)) {
        int group = groupOf.applyAsInt(chunk.area[i]);
        if (group != NO_GROUP) {
          add(chunk, i, group);
        }
      }
    }
  }

  private void add(Chunk chunk, int i, int group) {
    count[group]++;
    accept[group].add(chunk.accept[i]);
    close[group].add(chunk.close[i]);
    if (chunk.close[i] == IncidentRow.NONE) {
      open[group]++;
    }
    int limit = chunk.due[i];
    int done = chunk.done[i];
    if (limit != IncidentRow.NONE && (done != IncidentRow.NONE || limit < now)) {
      due[group]++;
      kept[group] += done != IncidentRow.NONE && done <= limit ? 1 : 0;
    }
  }

  private AreaFigures figures(int group) {
    return new AreaFigures(
        count[group],
        open[group],
        accept[group].median(),
        close[group].median(),
        due[group],
        kept[group]);
  }
}
