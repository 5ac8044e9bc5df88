package org.gridward.workforce;

import java.util.Map;
import org.gridward.shared.Problem;

/** The refusals of this module. */
final class WorkforceProblems {

  private WorkforceProblems() {}

  static Problem unknownWorker(long id) {
    return new Problem.NotFound("unknown-worker", "there is no worker " + id, Map.of("id", id));
  }

  static Problem unknownShift(long id) {
    return new Problem.NotFound("unknown-shift", "there is no shift " + id, Map.of("id", id));
  }

  static Problem alreadyWorker(long userId) {
    return new Problem.Conflict(
        "already-worker", "user " + userId + " is a worker already", Map.of("userId", userId));
  }

  static Problem workerTwice() {
    return new Problem.Rejected(
        "worker-twice", "a worker can answer for a cell only once, as main or as backup", Map.of());
  }

  static Problem shiftOrder() {
    return new Problem.Rejected(
        "invalid-shift", "a shift must begin before it ends and last at most 48 hours", Map.of());
  }

  static Problem shiftOverlaps() {
    return new Problem.Conflict(
        "shift-overlaps", "the worker has a shift at that time already; remove it first", Map.of());
  }

  static Problem unitCodeTaken(String code) {
    return new Problem.Conflict(
        "unit-code-taken", "there is a unit '" + code + "' already", Map.of("code", code));
  }

  static Problem unknownUnit(long id) {
    return new Problem.Rejected("unknown-unit", "there is no unit " + id, Map.of("unitId", id));
  }
}
