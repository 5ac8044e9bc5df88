package org.gridward.gis.city;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An area of the made-up city.
 *
 * @param code unique; 6 digits for the city and its districts, 9, 12 and 15 below
 * @param parent code of the area above, null for the city
 * @param boundary EPSG:4326, longitude first; exactly the union of the areas below
 * @param households that live in it; 300 to 500 in a cell
 */
public record CityArea(
    String code,
    @Nullable String parent,
    CityLevel level,
    Name name,
    Geometry boundary,
    int households) {}
