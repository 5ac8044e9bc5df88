package org.gridward.grid.partition;

import java.time.Instant;
import org.gridward.grid.Weight;
import org.jspecify.annotations.Nullable;

/**
 * How an area is to be divided into cells.
 *
 * @param metres the side of a square, or of the square that is as large as a hexagon; null for
 *     {@code BALANCED}
 * @param cells how many; null for squares and hexagons
 * @param weight what is shared out, and stated of every division
 * @param since the load is what happened from then; of no meaning to what stands
 * @param until until then, so that a preview and the edit weigh the same
 */
public record DivisionWish(
    Form form,
    @Nullable Double metres,
    @Nullable Integer cells,
    Weight weight,
    Instant since,
    Instant until) {

  /** What the cells look like. */
  public enum Form {
    SQUARES,
    HEXAGONS,
    BALANCED
  }
}
