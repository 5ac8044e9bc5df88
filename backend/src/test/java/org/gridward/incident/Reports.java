package org.gridward.incident;

import java.util.List;
import org.gridward.grid.TestGround.LonLat;
import org.gridward.shared.Actor;
import org.jspecify.annotations.Nullable;

/** Reports for tests. */
public final class Reports {

  /** Filed at intake by the catalogue that every installation starts with. */
  public static final String FILED_AT_ONCE = "noise";

  /** Waits for an operator. */
  public static final String TO_BE_DECIDED = "other";

  private Reports() {}

  public static NewReport at(LonLat point, String category) {
    return report(Place.point(point.lon(), point.lat()), category, null, null);
  }

  public static NewReport report(Place place) {
    return report(place, FILED_AT_ONCE, null, null);
  }

  public static NewReport keyed(LonLat point, String key, String description) {
    return new NewReport(
        Channel.OPERATOR,
        Actor.user(1),
        FILED_AT_ONCE,
        null,
        Place.point(point.lon(), point.lat()),
        description,
        List.of(),
        null,
        null,
        null,
        key);
  }

  public static NewReport report(
      Place place, String category, @Nullable Contact contact, @Nullable String key) {
    return new NewReport(
        Channel.OPERATOR,
        Actor.user(1),
        category,
        null,
        place,
        "told",
        List.of(),
        contact,
        null,
        null,
        key);
  }
}
