package org.gridward.facility;

import java.util.Map;
import org.gridward.grid.Weight;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who has none near: exactly one of {@code minutes} and {@code metres}.
 *
 * @param kind of facility
 * @param openNow only those count that are open for certain
 * @param of who is counted: addresses, households or people
 * @param minutes on foot, 1 to 120
 * @param metres in a straight line, 50 to 20,000
 */
public record ReachQuery(
    String kind, boolean openNow, Weight of, @Nullable Integer minutes, @Nullable Integer metres) {

  private static final double METRES_A_MINUTE = 5_000 / 60.0;

  public ReachQuery {
    if ((minutes == null) == (metres == null)) {
      throw invalid("minutes", "either minutes or metres must say how far is too far");
    }
    if (minutes != null && (minutes < 1 || minutes > 120)) {
      throw invalid("minutes", "minutes (%d) must be 1 to 120".formatted(minutes));
    }
    if (metres != null && (metres < 50 || metres > 20_000)) {
      throw invalid("metres", "metres (%d) must be 50 to 20000".formatted(metres));
    }
    if (of == Weight.INCIDENTS) {
      throw invalid("of", "of must be addresses, households or people");
    }
  }

  private static Problem invalid(String field, String message) {
    return new Problem.Rejected("reach-invalid", message, Map.of("field", field));
  }

  /** How far it may be in a straight line; for minutes, at 5 km/h. */
  double straightMetres() {
    return metres != null ? metres : minutes == null ? 0 : minutes * METRES_A_MINUTE;
  }
}
