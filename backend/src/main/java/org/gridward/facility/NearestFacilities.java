package org.gridward.facility;

import java.util.Comparator;
import java.util.List;
import org.gridward.facility.hours.OpenState;
import org.springframework.stereotype.Component;

/**
 * The nearest facilities of a kind. The index of PostGIS orders by a distance that is within one
 * percent of the one on the ellipsoid; so candidates are read in that order until none that comes
 * later can be nearer than what was found, and ordered by the exact distance. Thread-safe.
 */
@Component
public class NearestFacilities {

  private static final int MORE_EACH_TIME = 8;
  private static final double NEARER_THAN_THE_INDEX_SAYS = 0.99;

  private final FacilityRows rows;
  private final OpenHours hours;

  NearestFacilities(FacilityRows rows, OpenHours hours) {
    this.rows = rows;
    this.hours = hours;
  }

  /** The nearest first; equally far ones by id. Fewer than asked for where there are no more. */
  public List<NearFacility> list(NearQuery query) {
    int read = 4 * query.limit();
    while (true) {
      List<FacilityRows.Near> rough = rows.listNear(query.kind(), query.lon(), query.lat(), read);
      List<NearFacility> found = found(rough, query);
      if (rough.size() < read || isEnough(found, rough.getLast(), query.limit())) {
        return found;
      }
      read *= MORE_EACH_TIME;
    }
  }

  private List<NearFacility> found(List<FacilityRows.Near> rough, NearQuery query) {
    return rough.stream()
        .map(FacilityRows.Near::found)
        .filter(near -> !query.openNow() || isOpen(near.facility()))
        .sorted(
            Comparator.comparingDouble(NearFacility::metres)
                .thenComparing(near -> near.facility().id()))
        .limit(query.limit())
        .toList();
  }

  private boolean isOpen(Facility facility) {
    return hours.now(facility.facts().hours()).state() == OpenState.OPEN;
  }

  private static boolean isEnough(List<NearFacility> found, FacilityRows.Near last, int wanted) {
    return found.size() == wanted
        && found.getLast().metres() <= last.rough() * NEARER_THAN_THE_INDEX_SAYS;
  }
}
