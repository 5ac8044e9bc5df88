/**
 * Reads what has a place and a meaning out of OpenStreetMap files (.osm.pbf). Coordinates are
 * EPSG:4326, longitude first.
 */
@NullMarked
package org.gridward.gis.osm;

import org.jspecify.annotations.NullMarked;
