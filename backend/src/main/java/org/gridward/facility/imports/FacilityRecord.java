package org.gridward.facility.imports;

import java.util.function.Function;
import org.gridward.gis.crs.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * One row or feature of a file.
 *
 * @param number of the row behind the heading or of the feature, from 1
 * @param text a column's text; null where it is empty or not there
 * @param place in EPSG:4326, from the feature's geometry; null where columns say it
 * @param columns the system of the coordinates that stand in columns
 */
record FacilityRecord(
    long number, Function<String, @Nullable String> text, @Nullable Point place, Crs columns) {}
