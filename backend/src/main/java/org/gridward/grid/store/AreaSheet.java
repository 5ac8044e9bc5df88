package org.gridward.grid.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What an area shall be.
 *
 * @param number its place in the file it comes from
 * @param names by language tag; {@code en} is always there
 * @param parent null at the top
 * @param boundary valid, EPSG:4326
 */
public record AreaSheet(
    long number,
    String code,
    Map<String, String> names,
    @Nullable Place parent,
    MultiPolygon boundary) {}
