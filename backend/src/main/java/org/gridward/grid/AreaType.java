package org.gridward.grid;

import java.util.Map;

/**
 * A level of this installation's tree.
 *
 * @param code stable, {@code borough}
 * @param names by language tag; {@code en} is always there
 * @param rank 0 at the top, one more each level down
 * @param cell true for the level of the cells; at most one has it
 */
public record AreaType(String code, Map<String, String> names, int rank, boolean cell) {
  public AreaType {
    names = Map.copyOf(names);
  }
}
