/** Coordinate reference systems; the only package that knows GeoTools' names. Longitude first. */
@NullMarked
package org.gridward.gis.crs;

import org.jspecify.annotations.NullMarked;
