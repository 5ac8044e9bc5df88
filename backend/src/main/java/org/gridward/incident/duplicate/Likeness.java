package org.gridward.incident.duplicate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How alike two tellings are, and by what. Each part is 0 to 1, or null where one side does not say
 * enough to compare; the score is the mean of the known parts by their weights, and 0 where neither
 * the places have at least a tenth in common (332 m) nor the words a fifth, as any two sentences of
 * a language have a sixth: time and kind alone make nothing a duplicate.
 *
 * <p>{@code near} halves every {@value #HALF_METRES} m along the ellipsoid; two without two points
 * in one cell count 0.4. {@code time} halves every {@value #HALF_HOURS} hours between the reports.
 * {@code kind} is 1 for the same category. {@code words}: see {@code Wording}.
 *
 * @param metres between the points along the ellipsoid; null without two points
 * @param apart between the reports
 */
public record Likeness(
    @Nullable Double near,
    double time,
    @Nullable Double kind,
    @Nullable Double words,
    @Nullable Double metres,
    Duration apart) {

  static final double HALF_METRES = 100;
  static final double HALF_HOURS = 24;
  private static final double IN_ONE_CELL = 0.4;
  private static final double NEAR = 0.4;
  private static final double TIME = 0.15;
  private static final double KIND = 0.2;
  private static final double WORDS = 0.25;
  private static final double LEAST_NEAR = 0.1;
  private static final double LEAST_WORDS = 0.2;

  /** 0 (nothing in common) to 1 (the same). */
  public double score() {
    if (or0(near) < LEAST_NEAR && or0(words) < LEAST_WORDS) {
      return 0;
    }
    double sum = TIME * time + weighed(NEAR, near) + weighed(KIND, kind) + weighed(WORDS, words);
    return sum / (TIME + weight(NEAR, near) + weight(KIND, kind) + weight(WORDS, words));
  }

  private static double or0(@Nullable Double part) {
    return part == null ? 0 : part;
  }

  private static double weighed(double weight, @Nullable Double part) {
    return weight * or0(part);
  }

  private static double weight(double weight, @Nullable Double part) {
    return part == null ? 0 : weight;
  }

  /**
   * Compares one with the other; the order does not matter.
   *
   * @param metres between their points; null without two points
   */
  static Likeness between(Telling one, Telling other, @Nullable Double metres) {
    Duration apart = Duration.between(one.at(), other.at()).abs();
    return new Likeness(
        near(one, other, metres),
        half(apart.toMillis() / 3_600_000.0, HALF_HOURS),
        one.category() == null || other.category() == null
            ? null
            : one.category().equals(other.category()) ? 1.0 : 0.0,
        words(one, other),
        metres,
        apart);
  }

  private static @Nullable Double near(Telling one, Telling other, @Nullable Double metres) {
    if (metres != null) {
      return half(metres, HALF_METRES);
    }
    if (one.cellId() == null || other.cellId() == null) {
      return null;
    }
    return one.cellId().equals(other.cellId()) ? IN_ONE_CELL : 0.0;
  }

  private static double half(double value, double half) {
    return Math.pow(0.5, value / half);
  }

  private static @Nullable Double words(Telling one, Telling other) {
    Wording first = Wording.of(one.placeText(), one.description());
    Wording second = Wording.of(other.placeText(), other.description());
    return first.isEmpty() || second.isEmpty() ? null : (Double) first.likeness(second);
  }
}
