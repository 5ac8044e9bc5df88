package org.gridward.facility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.gridward.facility.hours.OpenState;
import org.gridward.facility.hours.OpeningHours;
import org.gridward.facility.hours.PublicHolidays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Judges opening hours by the installation's clock: its time zone ({@code gridward.time-zone}, the
 * machine's when not set) and its public holidays ({@code gridward.public-holidays}). Thread-safe.
 */
@Component
public class OpenHours {

  private static final int KEPT = 10_000;

  private final Clock clock;
  private final ZoneId zone;
  private final PublicHolidays holidays;
  private final Cache<String, OpeningHours> read = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Cache<String, Now> judged = Caffeine.newBuilder().maximumSize(KEPT).build();

  OpenHours(
      Clock clock,
      @Value("${gridward.time-zone:}") String zone,
      @Value("${gridward.public-holidays:}") List<LocalDate> holidays) {
    this.clock = clock;
    this.zone = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
    this.holidays = PublicHolidays.of(holidays);
  }

  /**
   * The state and how long it holds.
   *
   * @param changesAt when the state becomes another; null when not within eight days
   * @param judgedAt the earliest moment for which this holds
   */
  public record Now(OpenState state, @Nullable Instant changesAt, Instant judgedAt) {
    boolean holdsAt(Instant at) {
      return !at.isBefore(judgedAt)
          && (changesAt == null
              ? at.isBefore(judgedAt.plusSeconds(86_400))
              : at.isBefore(changesAt));
    }
  }

  public ZoneId zone() {
    return zone;
  }

  /** Whether hours are open now; {@code UNKNOWN} for null. */
  public Now now(@Nullable String hours) {
    Instant at = clock.instant();
    if (hours == null) {
      return new Now(OpenState.UNKNOWN, null, at);
    }
    Now known = judged.getIfPresent(hours);
    if (known == null || !known.holdsAt(at)) {
      known = judge(hours, at);
      judged.put(hours, known);
    }
    return known;
  }

  private Now judge(String hours, Instant at) {
    OpeningHours rules = rules(hours);
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return new Now(
        rules.at(local, holidays),
        rules
            .nextChange(local, holidays)
            .map(change -> change.atZone(zone).toInstant())
            .filter(change -> change.isAfter(at))
            .orElse(null),
        at);
  }

  /** The usual week as a person reads it; empty for null. */
  public List<OpeningHours.Day> week(@Nullable String hours) {
    return hours == null
        ? List.of()
        : rules(hours).week(LocalDate.ofInstant(clock.instant(), zone));
  }

  private OpeningHours rules(String hours) {
    return read.get(hours, OpeningHours::parse);
  }
}
