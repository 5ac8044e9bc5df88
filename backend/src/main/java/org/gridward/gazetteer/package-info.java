/**
 * Addresses, streets and named places: found by what is typed, and by a point. Only what any map
 * shows, so anybody may read it. Owns the table {@code place}; the names are also kept in memory.
 * Coordinates are EPSG:4326, longitude first; distances are metres along the ellipsoid in a
 * straight line.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity", "grid"})
package org.gridward.gazetteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
