package org.gridward.basemap.tool;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a road is drawn, from the widest to the narrowest. */
enum RoadClass {
  MOTORWAY(5),
  TRUNK(6),
  PRIMARY(8),
  SECONDARY(10),
  TERTIARY(11),
  MINOR(12),
  SERVICE(14),
  PATH(14);

  private final int fromZoom;

  RoadClass(int fromZoom) {
    this.fromZoom = fromZoom;
  }

  int fromZoom() {
    return fromZoom;
  }

  /** As it stands in the tiles. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of OpenStreetMap's {@code highway}; null for what is not drawn. */
  static @Nullable RoadClass of(@Nullable String highway) {
    return switch (highway) {
      case "motorway", "motorway_link" -> MOTORWAY;
      case "trunk", "trunk_link" -> TRUNK;
      case "primary", "primary_link" -> PRIMARY;
      case "secondary", "secondary_link" -> SECONDARY;
      case "tertiary", "tertiary_link" -> TERTIARY;
      case "residential", "unclassified", "living_street", "pedestrian", "road" -> MINOR;
      case "service" -> SERVICE;
      case "footway", "path", "cycleway", "steps", "track", "bridleway" -> PATH;
      case null, default -> null;
    };
  }
}
