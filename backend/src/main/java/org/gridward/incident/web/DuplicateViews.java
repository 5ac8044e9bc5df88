package org.gridward.incident.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridward.identity.ActorNames;
import org.gridward.incident.IncidentView;
import org.gridward.incident.Merged;
import org.gridward.incident.duplicate.LikelyDuplicates.Likely;
import org.gridward.incident.duplicate.Likeness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what operators are shown of duplicates. */
@Component
class DuplicateViews {

  private final IncidentViews incidents;
  private final ActorNames names;

  DuplicateViews(IncidentViews incidents, ActorNames names) {
    this.incidents = incidents;
    this.names = names;
  }

  /**
   * How alike, and by what; each 0 to 1 in hundredths, null where it cannot be compared.
   *
   * @param near by distance
   * @param time by the time between the reports
   * @param kind by category
   * @param words by what was written
   */
  record Parts(@Nullable Double near, double time, @Nullable Double kind, @Nullable Double words) {

    static Parts of(Likeness likeness) {
      return new Parts(
          hundredths(likeness.near()),
          hundredths(likeness.time()),
          hundredths(likeness.kind()),
          hundredths(likeness.words()));
    }
  }

  /**
   * One that may be the same.
   *
   * @param distanceMetres null without two points
   * @param minutesApart between the reports
   */
  record LikelyView(
      IncidentItem incident,
      double score,
      Parts parts,
      @Nullable Double distanceMetres,
      long minutesApart) {}

  record LikelyList(List<LikelyView> items, @Nullable String next) {}

  record MergedView(
      IncidentItem incident,
      Instant mergedAt,
      String mergedBy,
      @Nullable String mergedByName,
      String reason) {}

  record MergedList(List<MergedView> items, @Nullable String next) {}

  LikelyList likely(List<Likely> found) {
    List<IncidentView> views = found.stream().map(Likely::incident).toList();
    List<IncidentItem> items = incidents.items(views);
    return new LikelyList(
        IntStream.range(0, items.size())
            .mapToObj(i -> view(items.get(i), found.get(i).likeness()))
            .toList(),
        null);
  }

  private static LikelyView view(IncidentItem item, Likeness likeness) {
    Double metres = likeness.metres();
    return new LikelyView(
        item,
        hundredths(likeness.score()),
        Parts.of(likeness),
        metres == null ? null : (Double) (Math.round(metres * 10) / 10.0),
        likeness.apart().toMinutes());
  }

  MergedList merged(List<Merged> found) {
    Map<String, String> actors = names.of(found.stream().map(Merged::mergedBy).toList());
    List<IncidentItem> items = incidents.items(found.stream().map(Merged::duplicate).toList());
    return new MergedList(
        IntStream.range(0, items.size())
            .mapToObj(
                i -> {
                  Merged one = found.get(i);
                  return new MergedView(
                      items.get(i),
                      one.mergedAt(),
                      one.mergedBy(),
                      actors.get(one.mergedBy()),
                      one.reason());
                })
            .toList(),
        null);
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static @Nullable Double hundredths(@Nullable Double value) {
    return value == null ? null : (Double) hundredths(value.doubleValue());
  }
}
