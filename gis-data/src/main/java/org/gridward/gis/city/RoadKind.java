package org.gridward.gis.city;

import java.util.Locale;

/** Streets from the widest to the narrowest, in OpenStreetMap's words. */
enum RoadKind {
  MOTORWAY(17),
  TRUNK(15),
  PRIMARY(13),
  SECONDARY(11),
  TERTIARY(9),
  RESIDENTIAL(6.5),
  LIVING_STREET(3.5),
  SERVICE(4),
  FOOTWAY(2.5);

  private final double halfWidthMetres;

  RoadKind(double halfWidthMetres) {
    this.halfWidthMetres = halfWidthMetres;
  }

  /** No building stands nearer to the middle of the street. */
  double halfWidthMetres() {
    return halfWidthMetres;
  }

  /** Its value of the tag {@code highway}. */
  String highway() {
    return name().toLowerCase(Locale.ROOT);
  }
}
