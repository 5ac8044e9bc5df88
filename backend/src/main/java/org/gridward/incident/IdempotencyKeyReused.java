package org.gridward.incident;

import java.util.Map;
import org.gridward.shared.Problem;

/** The key stood for another report before. */
public final class IdempotencyKeyReused extends Problem.Rejected {

  public IdempotencyKeyReused(String key) {
    super(
        "idempotency-key-reused",
        "Idempotency-Key (%s) was used for a different report; use a new key for a new report"
            .formatted(key),
        Map.of("key", key));
  }
}
