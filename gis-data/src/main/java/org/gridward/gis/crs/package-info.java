/**
 * Coordinate reference systems; apart from the grids that divisions are made of, the only code that
 * knows GeoTools' names. Longitude first.
 */
@NullMarked
package org.gridward.gis.crs;

import org.jspecify.annotations.NullMarked;
