/**
 * Service places on the map: what kind they are, where, when they are open, and which is nearest.
 * Only facts about institutions, so anybody may read them. Owns the tables {@code facility_kind}
 * and {@code facility}. Coordinates are EPSG:4326, longitude first; distances are metres along
 * streets where the street network leads there, in a straight line on the ellipsoid otherwise.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "journal",
      "identity",
      "grid",
      "incident",
      "streets",
      "gazetteer"
    })
package org.gridward.facility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
