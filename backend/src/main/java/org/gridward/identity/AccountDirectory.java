package org.gridward.identity;

import java.util.Optional;

/**
 * What accounts need to know of the ground and the workforce, which lie above this module; a module
 * that may see both implements it.
 */
public interface AccountDirectory {

  /** The current area with this id. */
  Optional<AreaLabel> findArea(long areaId);

  /** The current area with this code. */
  Optional<AreaLabel> findAreaByCode(String code);

  /** The id of the worker that the user is. */
  Optional<Long> findWorker(long userId);
}
