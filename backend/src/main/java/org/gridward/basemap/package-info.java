/**
 * The base map: hands out the tiles of {@code basemap.pmtiles} in the data folder, which {@code
 * gridward basemap} makes. Owns no tables. Tiles are Web Mercator, as the map clients expect them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.gridward.basemap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
