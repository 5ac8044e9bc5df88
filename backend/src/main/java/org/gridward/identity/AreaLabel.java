package org.gridward.identity;

import java.util.Map;
import org.gridward.shared.AreaPath;

/**
 * An area as a session tells of it.
 *
 * @param id 0 for the whole installation
 * @param code empty for the whole installation
 * @param names by language; empty for the whole installation
 */
public record AreaLabel(long id, String code, Map<String, String> names, AreaPath path) {

  /** The whole installation. */
  public static final AreaLabel EVERYWHERE = new AreaLabel(0, "", Map.of(), AreaPath.ROOT);

  public AreaLabel {
    names = Map.copyOf(names);
  }
}
