package org.gridward.facility.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.Util;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours in OpenStreetMap's syntax, judged to the minute on the wall clock of the place.
 * Judged are: 24/7, weekdays and their ranges, times (past midnight too), several rules of which
 * the later wins, rules that add, {@code off}, plain years, months and dates, and public holidays
 * where their calendar is known. Everything else (sun times, open ends, weeks, the n-th weekday,
 * school holidays, Easter, remarks, fall-backs) makes the minutes it could touch {@link
 * OpenState#UNKNOWN}. Immutable.
 */
public final class OpeningHours {

  private static final int DAY = 24 * 60;
  private static final int LOOK_AHEAD_DAYS = 8;

  private final List<HoursRule> rules;

  private OpeningHours(List<Rule> rules) {
    this.rules = rules.stream().map(HoursRule::new).toList();
  }

  /**
   * Reads hours.
   *
   * @throws Problem.Rejected {@code hours-unreadable} where the text is no opening hours
   */
  public static OpeningHours parse(String text) {
    if (!text.isBlank() && text.length() <= 1_000) {
      try {
        List<Rule> rules = rules(text);
        if (!rules.isEmpty() && rules.stream().allMatch(OpeningHours::saysSomething)) {
          return new OpeningHours(rules);
        }
      } catch (OpeningHoursParseException | TokenMgrError | RuntimeException _) {
        // told below
      }
    }
    throw new Problem.Rejected(
        "hours-unreadable",
        "opening hours '%s' cannot be read; write them like: Mo-Fr 09:00-17:00; Sa 10:00-14:00"
            .formatted(text.length() > 80 ? text.substring(0, 80) + "…" : text),
        Map.of("field", "hours"));
  }

  /**
   * The library's strict mode knows no 22:00-02:00; its lenient one guesses. So what was read
   * leniently counts only when, written out, it is the text again.
   */
  private static List<Rule> rules(String text) throws OpeningHoursParseException {
    try {
      return new OpeningHoursParser(new StringReader(text)).rules(true);
    } catch (OpeningHoursParseException strict) {
      List<Rule> read = new OpeningHoursParser(new StringReader(text)).rules(false);
      if (plain(Util.rulesToOpeningHoursString(read)).equals(plain(text))) {
        return read;
      }
      throw strict;
    }
  }

  /** Without blanks, colons of readability and leading zeros, in lower case. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\s+|:(?!\\d)", "")
        .replaceAll("(?<!\\d)0(?=\\d)", "");
  }

  private static boolean saysSomething(Rule rule) {
    return rule.isTwentyfourseven()
        || rule.getModifier() != null
        || Stream.<@Nullable List<?>>of(
                rule.getTimes(),
                rule.getDays(),
                rule.getHolidays(),
                rule.getDates(),
                rule.getWeeks(),
                rule.getYears())
            .anyMatch(selectors -> selectors != null && !selectors.isEmpty());
  }

  /** Whether it is open in the minute of {@code at}. */
  public OpenState at(LocalDateTime at, PublicHolidays holidays) {
    LocalDate day = at.toLocalDate();
    return state(plan(day.minusDays(1), holidays), plan(day, holidays), minute(at.toLocalTime()));
  }

  /** The first minute after {@code at}, within eight days, in which the state is another. */
  public Optional<LocalDateTime> nextChange(LocalDateTime at, PublicHolidays holidays) {
    LocalDate day = at.toLocalDate();
    OpenState now = at(at, holidays);
    int from = minute(at.toLocalTime()) + 1;
    for (int i = 0; i < LOOK_AHEAD_DAYS; i++, day = day.plusDays(1), from = 0) {
      DayPlan before = plan(day.minusDays(1), holidays);
      DayPlan today = plan(day, holidays);
      for (int minute = from; minute < DAY; minute++) {
        if (state(before, today, minute) != now) {
          return Optional.of(day.atStartOfDay().plusMinutes(minute));
        }
      }
    }
    return Optional.empty();
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static OpenState state(DayPlan before, DayPlan today, int minute) {
    boolean left = before.open().get(minute + DAY);
    if (today.open().get(minute)) {
      return OpenState.OPEN;
    }
    if (left) {
      return today.shut() ? OpenState.UNKNOWN : OpenState.OPEN;
    }
    boolean doubt = today.unsure().get(minute) || before.unsure().get(minute + DAY);
    return doubt ? OpenState.UNKNOWN : OpenState.CLOSED;
  }

  private DayPlan plan(LocalDate day, PublicHolidays holidays) {
    DayPlan plan = DayPlan.silent();
    for (HoursRule rule : rules) {
      plan =
          switch (rule.match(day, holidays)) {
            case YES -> rule.apply(plan);
            case UNSURE -> rule.apply(plan).orElse(plan);
            case NO -> plan;
          };
    }
    return plan;
  }

  /**
   * A day as a person reads it.
   *
   * @param day 1 for Monday to 7
   * @param spans such as {@code 09:00-17:00}, in order; {@code 22:00-02:00} runs past midnight
   * @param certain false where some of the day could not be judged
   */
  public record Day(int day, List<String> spans, boolean certain) {
    public Day {
      spans = List.copyOf(spans);
    }
  }

  /** The usual week that {@code within} lies in, as if it had no holidays; Monday first. */
  public List<Day> week(LocalDate within) {
    LocalDate monday = within.minusDays(within.getDayOfWeek().getValue() - 1L);
    List<Day> week = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      DayPlan plan = plan(monday.plusDays(i), PublicHolidays.ORDINARY);
      week.add(new Day(i + 1, spans(plan.open()), plan.unsure().isEmpty()));
    }
    return week;
  }

  private static List<String> spans(BitSet open) {
    List<String> spans = new ArrayList<>();
    for (int from = open.nextSetBit(0); from >= 0; ) {
      int until = open.nextClearBit(from);
      spans.add(clock(from) + "-" + (until == DAY ? "24:00" : clock(until)));
      from = open.nextSetBit(until);
    }
    return spans;
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60 % 24, minute % 60);
  }
}
