package org.gridward.dispatch.ranking;

/** Why a candidate was chosen or passed over. The words are in {@code words*.properties}. */
public enum Verdict {
  CHOSEN,
  /** Could have been asked; somebody else stands before. */
  OUTRANKED,
  OFF_DUTY,
  FULL,
  LACKS_SKILL,
  REFUSED,
  EXPIRED,
  RECALLED
}
