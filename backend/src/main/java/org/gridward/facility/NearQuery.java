package org.gridward.facility;

import java.util.List;
import org.gridward.gis.streets.Travel;

/**
 * What to look for around a point.
 *
 * @param kinds of one of these kinds, each named once; at most 1,000
 * @param lon degrees east, WGS 84
 * @param lat degrees north, WGS 84
 * @param by how somebody goes there
 * @param openNow only those that are open for certain
 * @param limit at most so many, 1 to 50
 */
public record NearQuery(
    List<String> kinds, double lon, double lat, Travel by, boolean openNow, int limit) {

  private static final int MOST_KINDS = 1_000;

  public NearQuery {
    kinds = kinds.stream().distinct().toList();
    if (kinds.size() > MOST_KINDS) {
      throw FacilityProblems.invalid(
          "kind", "there are %d kinds; at most %d at once".formatted(kinds.size(), MOST_KINDS));
    }
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw FacilityProblems.invalid(
          "lon", "lon %s, lat %s is no place on the globe; longitude first".formatted(lon, lat));
    }
    if (limit < 1 || limit > 50) {
      throw FacilityProblems.invalid("limit", "limit (%d) must be 1 to 50".formatted(limit));
    }
  }
}
