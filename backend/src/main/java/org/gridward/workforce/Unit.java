package org.gridward.workforce;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organisational unit that workers belong to.
 *
 * @param code unique
 * @param names by language
 * @param areaId the area it works in, or null
 */
public record Unit(long id, String code, Map<String, String> names, @Nullable Long areaId) {

  public Unit {
    names = Map.copyOf(names);
  }
}
