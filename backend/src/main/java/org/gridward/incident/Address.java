package org.gridward.incident;

import java.util.Map;

/**
 * What people call the ground under a point that came without words.
 *
 * @param names by language tag, never empty: {@code 12 Canal Street}, {@code 运河街12号}
 * @param near the point is not at the address, only near it
 */
public record Address(Map<String, String> names, boolean near) {

  public Address {
    names = Map.copyOf(names);
  }
}
