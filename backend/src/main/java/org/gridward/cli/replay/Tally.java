package org.gridward.cli.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What has happened so far. Thread-safe. */
final class Tally {

  private static final int KEPT = 50;

  final LongAdder reported = new LongAdder();
  final LongAdder known = new LongAdder();
  final LongAdder settled = new LongAdder();
  final LongAdder endedByOthers = new LongAdder();
  private final Map<String, Long> faults = new TreeMap<>();
  private final List<String> first = new ArrayList<>();

  synchronized void fault(long row, String code, String reason) {
    faults.merge(code, 1L, Long::sum);
    if (first.size() < KEPT) {
      first.add("row " + row + ": " + code + ": " + reason);
    }
  }

  /** How often each code occurred. */
  synchronized Map<String, Long> faults() {
    return new TreeMap<>(faults);
  }

  /** The first faults, a line each with the row's number. */
  synchronized List<String> firstFaults() {
    return List.copyOf(first);
  }

  long done() {
    return reported.sum() + known.sum();
  }
}
