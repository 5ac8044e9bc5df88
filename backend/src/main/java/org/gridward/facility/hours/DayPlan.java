package org.gridward.facility.hours;

import java.util.BitSet;

/**
 * What one day's rules say of each minute from its midnight to the midnight after the next: hours
 * may run past midnight. A minute is open, or not certain, or closed.
 *
 * @param open minutes that are open for certain
 * @param unsure minutes of which nothing certain can be said; none of {@code open}
 * @param shut a rule without times closes the day
 */
record DayPlan(BitSet open, BitSet unsure, boolean shut) {

  /** Two days of minutes. */
  static final int MINUTES = 2 * 24 * 60;

  /** Closed, because no rule speaks of the day. */
  static DayPlan silent() {
    return new DayPlan(new BitSet(MINUTES), new BitSet(MINUTES), false);
  }

  /** The day if a rule may or may not speak of it: certain only where both agree. */
  DayPlan orElse(DayPlan other) {
    BitSet both = copy(open);
    both.and(other.open);
    BitSet doubt = copy(open);
    doubt.or(other.open);
    doubt.or(unsure);
    doubt.or(other.unsure);
    doubt.andNot(both);
    return new DayPlan(both, doubt, shut || other.shut);
  }

  /** The rule's minutes instead of what was said before. */
  static DayPlan only(BitSet open, BitSet unsure) {
    BitSet doubt = copy(unsure);
    doubt.andNot(open);
    return new DayPlan(open, doubt, false);
  }

  DayPlan plus(BitSet moreOpen, BitSet moreUnsure) {
    BitSet all = copy(open);
    all.or(moreOpen);
    BitSet doubt = copy(unsure);
    doubt.or(moreUnsure);
    return only(all, doubt);
  }

  DayPlan minus(BitSet closed, BitSet perhapsClosed) {
    BitSet left = copy(open);
    left.andNot(closed);
    BitSet doubt = copy(left);
    doubt.and(perhapsClosed);
    left.andNot(perhapsClosed);
    BitSet before = copy(unsure);
    before.andNot(closed);
    doubt.or(before);
    return new DayPlan(left, doubt, shut);
  }

  static DayPlan closed() {
    return new DayPlan(new BitSet(MINUTES), new BitSet(MINUTES), true);
  }

  static BitSet copy(BitSet bits) {
    return (BitSet) bits.clone();
  }
}
