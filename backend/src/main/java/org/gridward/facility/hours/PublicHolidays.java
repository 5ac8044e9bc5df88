package org.gridward.facility.hours;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The public holidays of the installation. A year of which no holiday is listed is not known.
 *
 * @param ordinary true for a calendar in which no day is a holiday, to show usual weeks
 */
public record PublicHolidays(Set<LocalDate> days, Set<Integer> years, boolean ordinary) {

  /** No day is a holiday. */
  public static final PublicHolidays ORDINARY = new PublicHolidays(Set.of(), Set.of(), true);

  public PublicHolidays {
    days = Set.copyOf(days);
    years = Set.copyOf(years);
  }

  /** A calendar that is known for each year in which {@code days} has one. */
  public static PublicHolidays of(Collection<LocalDate> days) {
    return new PublicHolidays(
        Set.copyOf(days), days.stream().map(LocalDate::getYear).collect(Collectors.toSet()), false);
  }

  Match match(LocalDate day) {
    if (ordinary) {
      return Match.NO;
    }
    return years.contains(day.getYear()) ? Match.of(days.contains(day)) : Match.UNSURE;
  }
}
