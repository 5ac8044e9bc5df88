package org.gridward.gis.city;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * A street from end to end.
 *
 * @param name null for paths and yards
 * @param line metres on the plane
 * @param bridge it runs over water
 */
record Street(RoadKind kind, @Nullable Name name, LineString line, boolean bridge) {}
