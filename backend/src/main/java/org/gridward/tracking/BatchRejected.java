package org.gridward.tracking;

import java.util.Map;
import org.gridward.shared.Problem;

/** A batch that has the wrong size. */
public final class BatchRejected extends Problem.Rejected {
  BatchRejected(int size) {
    super(
        "positions-size",
        "positions (" + size + ") must be 1 to " + PositionBatch.MOST + "; send more in turn",
        Map.of("field", "positions", "most", PositionBatch.MOST));
  }
}
