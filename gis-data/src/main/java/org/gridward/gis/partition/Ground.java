package org.gridward.gis.partition;

import org.locationtech.jts.geom.Geometry;

/**
 * The ground of one area.
 *
 * @param code unique among those that are looked at together
 * @param shape a valid Polygon or MultiPolygon, EPSG:4326, longitude first
 */
public record Ground(String code, Geometry shape) {}
