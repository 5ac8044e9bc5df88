package org.gridward.dispatch;

import java.time.Instant;
import java.util.Map;
import org.gridward.shared.Problem;

/** Accepted too late. */
public final class OfferExpired extends Problem.Conflict {
  OfferExpired(Instant expiredAt) {
    super(
        "offer-expired",
        "the offer ran out at %s; somebody else is being asked".formatted(expiredAt),
        Map.of("expiredAt", expiredAt, "allowed", java.util.List.of()));
  }
}
