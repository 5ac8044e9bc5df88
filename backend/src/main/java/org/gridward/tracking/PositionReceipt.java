package org.gridward.tracking;

import java.util.List;

/**
 * What became of a batch: what was accepted is durable.
 *
 * @param accepted how many
 * @param refused the others, by their place in the batch
 */
public record PositionReceipt(int accepted, List<RefusedPosition> refused) {

  /**
   * A position that was not taken.
   *
   * @param reason a stable code: {@code off-duty}, {@code lon}, {@code lat}, {@code at-missing},
   *     {@code at-future}, {@code at-old}, {@code accuracy}, {@code heading}, {@code speed}, {@code
   *     not-allowed}, {@code unknown-worker}
   */
  public record RefusedPosition(int index, String reason) {}
}
