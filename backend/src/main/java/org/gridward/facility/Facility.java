package org.gridward.facility;

import org.gridward.shared.AreaPath;

/**
 * A service place as it is kept.
 *
 * @param areaPath of the cell it lies in now; the root when it lies in none
 * @param version grows with every change
 */
public record Facility(long id, FacilityFacts facts, AreaPath areaPath, int version) {}
