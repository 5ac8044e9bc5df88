package org.gridward.facility.hours;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/** One rule of opening hours: on which days it speaks, and what it says. */
final class HoursRule {

  private static final int DAY = 24 * 60;

  private final Rule rule;
  private final RuleDays days;
  private final BitSet certain = new BitSet(DayPlan.MINUTES);
  private final BitSet doubtful = new BitSet(DayPlan.MINUTES);

  HoursRule(Rule rule) {
    this.rule = rule;
    this.days = new RuleDays(rule);
    List<TimeSpan> times = rule.getTimes();
    if (times == null || times.isEmpty()) {
      certain.set(0, DAY);
    } else {
      times.forEach(this::take);
    }
    if (isVague()) {
      doubtful.or(certain);
      certain.clear();
    }
  }

  private void take(TimeSpan span) {
    boolean fixed = span.getStartEvent() == null && span.getEndEvent() == null;
    boolean from = span.getStart() >= 0 && span.getStart() < DayPlan.MINUTES;
    if (fixed && from && span.getEnd() > span.getStart() && span.getInterval() == 0) {
      (span.isOpenEnded() ? doubtful : certain)
          .set(span.getStart(), Math.min(span.getEnd(), DayPlan.MINUTES));
    } else if (fixed
        && from
        && !span.isOpenEnded()
        && span.getInterval() == 0
        && pastMidnight(span)) {
      certain.set(span.getStart(), span.getEnd() + DAY);
    } else {
      doubtful.set(fixed && from ? span.getStart() : 0, DayPlan.MINUTES);
    }
  }

  private static boolean pastMidnight(TimeSpan span) {
    return span.getEnd() >= 0 && span.getEnd() < span.getStart();
  }

  /** "Unknown", or a remark such as "by appointment" that may mean anything. */
  private boolean isVague() {
    RuleModifier modifier = rule.getModifier();
    return modifier != null
        && (modifier.getModifier() == RuleModifier.Modifier.UNKNOWN
            || modifier.getComment() != null && !isOff());
  }

  private boolean isOff() {
    RuleModifier modifier = rule.getModifier();
    return modifier != null
        && (modifier.getModifier() == RuleModifier.Modifier.OFF
            || modifier.getModifier() == RuleModifier.Modifier.CLOSED);
  }

  Match match(LocalDate day, PublicHolidays holidays) {
    return days.match(day, holidays);
  }

  /** The plan of a day of which this rule speaks. */
  DayPlan apply(DayPlan before) {
    if (rule.isFallBack()) {
      return fallBack(before);
    }
    if (isOff()) {
      boolean whole = rule.getTimes() == null || rule.getTimes().isEmpty();
      return whole ? DayPlan.closed() : before.minus(certain, doubtful);
    }
    return rule.isAdditive()
        ? before.plus(certain, doubtful)
        : DayPlan.only(DayPlan.copy(certain), doubtful);
  }

  /** Speaks only where nothing else does, which is not always to be told: certain of nothing. */
  private DayPlan fallBack(DayPlan before) {
    BitSet perhaps = DayPlan.copy(certain);
    perhaps.or(doubtful);
    return before.plus(new BitSet(), perhaps);
  }
}
