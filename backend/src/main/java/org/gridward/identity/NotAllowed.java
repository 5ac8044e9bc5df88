package org.gridward.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;

/** The caller lacks a role here: 403. */
public final class NotAllowed extends Problem.Forbidden {

  /** Refused for want of any of {@code anyOf} in {@code area}. */
  public NotAllowed(AreaPath area, Role... anyOf) {
    super(
        "not-allowed",
        "this needs the role "
            + String.join(" or ", Arrays.stream(anyOf).map(Role::name).toList())
            + (area.isRoot() ? " for the whole installation" : " in this area")
            + "; ask an administrator of the area",
        Map.of("roles", List.of(anyOf)));
  }
}
