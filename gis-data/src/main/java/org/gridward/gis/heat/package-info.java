/**
 * Incidents as columns in memory, and what is reckoned from them in one interactive step: density
 * surfaces in true units (incidents per km²), counts over time, and figures for areas. Positions
 * are kept in Web Mercator, so that a surface lies on a web map pixel by pixel; widths and areas
 * are those on the WGS 84 ellipsoid.
 */
@NullMarked
package org.gridward.gis.heat;

import org.jspecify.annotations.NullMarked;
