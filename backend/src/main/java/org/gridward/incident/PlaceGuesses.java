package org.gridward.incident;

import java.util.Optional;
import org.gridward.shared.AreaPath;

/**
 * Whose ground is meant by a place in words only. Answered by a module that knows places; without
 * it nobody can tell.
 */
public interface PlaceGuesses {

  /** The smallest area, no cell, that holds all the places the words may name; else empty. */
  Optional<AreaPath> findArea(String words);
}
