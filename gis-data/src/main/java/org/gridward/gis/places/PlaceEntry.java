package org.gridward.gis.places;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * Something that is found by its names.
 *
 * @param id whatever the caller knows it by; the same at most once in an index
 * @param names as they are written, at least one
 * @param extent of its points, in degrees
 */
public record PlaceEntry(long id, PlaceKind kind, List<String> names, Envelope extent) {

  public PlaceEntry {
    names = List.copyOf(names);
    extent = new Envelope(extent);
  }
}
