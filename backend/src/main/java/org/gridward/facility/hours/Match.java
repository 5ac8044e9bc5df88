package org.gridward.facility.hours;

/** Whether a rule speaks of a day. */
enum Match {
  YES,
  NO,
  UNSURE;

  static Match of(boolean yes) {
    return yes ? YES : NO;
  }

  Match and(Match other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : UNSURE;
  }

  Match or(Match other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO && other == NO ? NO : UNSURE;
  }
}
