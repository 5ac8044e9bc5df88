package org.gridward.facility;

import java.util.Map;

/**
 * What a service place is.
 *
 * @param code stable: {@code library}
 * @param names by language tag; {@code en} is always there
 * @param icon the name of a mark that map-web draws
 * @param colour the name of a colour token of map-web
 */
public record FacilityKind(String code, Map<String, String> names, String icon, String colour) {

  public FacilityKind {
    names = Map.copyOf(names);
  }
}
