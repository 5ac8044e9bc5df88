package org.gridward.gis.demo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An area of the made-up district.
 *
 * @param code unique; begins with {@code DEMO}
 * @param parent code of the area above, null for the city
 * @param nameEn English name, says that it is made up
 * @param nameZh Chinese name, says that it is made up
 * @param boundary EPSG:4326, longitude first; exactly the union of the areas below
 */
public record DemoArea(
    String code,
    @Nullable String parent,
    DemoLevel level,
    String nameEn,
    String nameZh,
    Geometry boundary) {}
