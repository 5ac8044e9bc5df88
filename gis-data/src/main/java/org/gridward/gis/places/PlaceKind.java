package org.gridward.gis.places;

/** What a place of the gazetteer is; those that come first here come first in answers. */
public enum PlaceKind {
  /** A settlement, quarter, island or square that is known by its name. */
  PLACE,
  /** A street, with its course. */
  STREET,
  /** A house number in a street. */
  ADDRESS,
  /** A named shop, school, station, building, … (point of interest). */
  POI
}
