/**
 * What a wall shows beside the map: figures of the last hours, and the scenes it goes through. Owns
 * {@code wall_scene}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "journal",
      "identity",
      "grid",
      "workforce",
      "incident",
      "dispatch"
    })
package org.gridward.wall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
