/**
 * Names and addresses: how they are written down for comparing, which of them a typed text means,
 * and how they come out of an OpenStreetMap file. Coordinates are EPSG:4326, longitude first.
 */
@NullMarked
package org.gridward.gis.places;

import org.jspecify.annotations.NullMarked;
