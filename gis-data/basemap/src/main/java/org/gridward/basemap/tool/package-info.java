/** From an OpenStreetMap extract to one PMTiles file: a program of its own. */
@NullMarked
package org.gridward.basemap.tool;

import org.jspecify.annotations.NullMarked;
