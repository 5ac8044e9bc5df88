package org.gridward.grid.imports;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column are like, from which its meaning can be guessed.
 *
 * @param filled how many of the features looked at have one
 * @param distinct how many different ones there are
 * @param areas how many are the code of an area that is there already
 */
public record ColumnFacts(String name, int filled, int distinct, int areas) {

  /** Counts while features are read. */
  static final class Counting {
    private final Predicate<String> isArea;
    private final Set<String> values = new HashSet<>();
    private int filled;
    private int areas;

    Counting(Predicate<String> isArea) {
      this.isArea = isArea;
    }

    void take(@Nullable String value) {
      if (value != null) {
        filled++;
        values.add(value);
        areas += isArea.test(value) ? 1 : 0;
      }
    }

    ColumnFacts facts(String name) {
      return new ColumnFacts(name, filled, values.size(), areas);
    }
  }
}
