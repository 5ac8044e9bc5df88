/**
 * Areas that divide their ground among them, without gap and without overlap: what is wrong with
 * such a partition, and changes that keep it exact. Coordinates are EPSG:4326, longitude first;
 * areas and lengths are measured on the WGS 84 ellipsoid.
 */
@NullMarked
package org.gridward.gis.partition;

import org.jspecify.annotations.NullMarked;
