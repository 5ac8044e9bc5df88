package org.gridward.grid;

import java.util.Map;
import org.gridward.shared.Problem;

/** No area has this id or code, or the caller may not know of it. */
public final class AreaUnknown extends Problem.NotFound {
  public AreaUnknown(long id) {
    super("area-unknown", "there is no area " + id, Map.of("area", id));
  }

  public AreaUnknown(String code) {
    super("area-unknown", "there is no area with the code '" + code + "'", Map.of("area", code));
  }
}
