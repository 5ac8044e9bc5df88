package org.gridward.grid;

import java.util.Map;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A node of the area tree, without its shape.
 *
 * @param id positive, never used again
 * @param code unique in the installation, as the city writes it
 * @param type the code of its {@link AreaType}
 * @param names by language tag; {@code en} is always there
 * @param path ids from the root down to this area
 * @param cell true when somebody answers for it; a cell has no children
 * @param parentId null at the top
 */
public record Area(
    long id,
    String code,
    String type,
    Map<String, String> names,
    AreaPath path,
    boolean cell,
    @Nullable Long parentId) {

  public Area {
    names = Map.copyOf(names);
  }
}
