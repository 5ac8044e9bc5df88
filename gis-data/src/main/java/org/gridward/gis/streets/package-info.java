/**
 * The street network: how far it is on foot and by car. A graph in arrays with the course of every
 * street, kept in one file; the nearest street of a place; shortest times from one place or from
 * many at once. Coordinates are EPSG:4326, longitude first; lengths are metres on the ellipsoid.
 */
@NullMarked
package org.gridward.gis.streets;

import org.jspecify.annotations.NullMarked;
