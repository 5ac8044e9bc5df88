package org.gridward.facility.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days of which a rule speaks: years, months and dates, weekdays, public holidays. */
final class RuleDays {

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** A month, or a day of a month; anything else (a year, Easter, an offset) is not judged. */
  private static final Pattern PLAIN_DATE = Pattern.compile("([A-Z][a-z]{2})(?: (\\d{1,2}))?");

  private final Rule rule;

  RuleDays(Rule rule) {
    this.rule = rule;
  }

  Match match(LocalDate day, PublicHolidays holidays) {
    if (rule.getWeeks() != null && !rule.getWeeks().isEmpty()) {
      return Match.UNSURE;
    }
    return years(day).and(dates(day)).and(weekdays(day, holidays));
  }

  private Match years(LocalDate day) {
    return any(rule.getYears(), range -> year(range, day.getYear()));
  }

  private static Match year(YearRange range, int year) {
    if (range.getInterval() > 1) {
      return Match.UNSURE;
    }
    int from = range.getStartYear();
    int until = range.getEndYear() < from ? from : range.getEndYear();
    return Match.of(year >= from && (range.isOpenEnded() || year <= until));
  }

  private Match dates(LocalDate day) {
    return any(rule.getDates(), range -> date(range, MonthDay.from(day)));
  }

  private static Match date(DateRange range, MonthDay day) {
    MonthDay from = edge(range.getStartDate(), true);
    DateWithOffset end = range.getEndDate();
    MonthDay until = edge(end == null ? range.getStartDate() : end, false);
    if (from == null || until == null || range.getInterval() > 1) {
      return Match.UNSURE;
    }
    boolean wraps = until.isBefore(from);
    boolean after = !day.isBefore(from);
    boolean before = !day.isAfter(until);
    return Match.of(wraps ? after || before : after && before);
  }

  /** The first or last day that a plain date means; null for any other date. */
  private static @Nullable MonthDay edge(@Nullable DateWithOffset date, boolean first) {
    Matcher plain = PLAIN_DATE.matcher(date == null ? "" : date.toString());
    if (!plain.matches() || !MONTHS.contains(plain.group(1))) {
      return null;
    }
    int month = MONTHS.indexOf(plain.group(1)) + 1;
    int last = MonthDay.of(month, 1).getMonth().maxLength();
    String number = plain.group(2);
    int day = number == null ? first ? 1 : last : Integer.parseInt(number);
    return day < 1 || day > last ? null : MonthDay.of(month, day);
  }

  private Match weekdays(LocalDate day, PublicHolidays holidays) {
    List<Holiday> named = rule.getHolidays();
    Match onWeekday = any(rule.getDays(), range -> weekday(range, day.getDayOfWeek().getValue()));
    if (named == null || named.isEmpty()) {
      return onWeekday;
    }
    Match onHoliday = any(named, holiday -> holiday(holiday, day, holidays));
    if (rule.getDays() == null || rule.getDays().isEmpty()) {
      return onHoliday;
    }
    boolean either = named.stream().allMatch(Holiday::getUseAsWeekDay);
    return either ? onWeekday.or(onHoliday) : onWeekday.and(onHoliday);
  }

  /** {@code today} is 1 for Monday to 7. */
  private static Match weekday(WeekDayRange range, int today) {
    int from = range.getStartDay().ordinal() + 1;
    int until = range.getEndDay() == null ? from : range.getEndDay().ordinal() + 1;
    boolean in = until < from ? today >= from || today <= until : today >= from && today <= until;
    boolean plain =
        (range.getNths() == null || range.getNths().isEmpty()) && range.getOffset() == 0;
    if (plain) {
      return Match.of(in);
    }
    return in || range.getOffset() != 0 ? Match.UNSURE : Match.NO;
  }

  private static Match holiday(Holiday holiday, LocalDate day, PublicHolidays holidays) {
    return holiday.getType() == Holiday.Type.PH && holiday.getOffset() == 0
        ? holidays.match(day)
        : holidays.ordinary() ? Match.NO : Match.UNSURE;
  }

  private interface Judge<T> {
    Match match(T selector);
  }

  /** Yes where there is no selector. */
  private static <T> Match any(@Nullable List<T> selectors, Judge<T> judge) {
    if (selectors == null || selectors.isEmpty()) {
      return Match.YES;
    }
    return selectors.stream().map(judge::match).reduce(Match.NO, Match::or);
  }
}
