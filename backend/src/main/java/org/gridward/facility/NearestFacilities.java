package org.gridward.facility;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridward.facility.hours.OpenState;
import org.gridward.streets.Streets;
import org.gridward.streets.Way;
import org.gridward.streets.Ways;
import org.springframework.stereotype.Component;

/**
 * The nearest facilities of a kind: along streets where the street network leads from the one place
 * to the other, in a straight line otherwise. The index of PostGIS orders by a straight line that
 * is within one percent of the one on the ellipsoid, and no street is shorter than that; so
 * candidates are read in that order until none that comes later can be nearer than what was found.
 * Thread-safe.
 */
@Component
public class NearestFacilities {

  private static final Comparator<NearFacility> NEAREST_FIRST =
      Comparator.comparingDouble(NearFacility::metres).thenComparing(near -> near.facility().id());
  private static final int MORE_EACH_TIME = 8;
  private static final double NEARER_THAN_THE_INDEX_SAYS = 0.99;

  private final FacilityRows rows;
  private final OpenHours hours;
  private final Streets streets;

  NearestFacilities(FacilityRows rows, OpenHours hours, Streets streets) {
    this.rows = rows;
    this.hours = hours;
    this.streets = streets;
  }

  /** The nearest first; equally far ones by id. Fewer than asked for where there are no more. */
  public List<NearFacility> list(NearQuery query) {
    Ways ways = streets.from(query.lon(), query.lat(), query.by());
    return query.kinds().stream()
        .flatMap(kind -> list(kind, query, ways).stream())
        .sorted(NEAREST_FIRST)
        .limit(query.limit())
        .toList();
  }

  private List<NearFacility> list(String kind, NearQuery query, Ways ways) {
    Map<Long, Way> measured = new HashMap<>();
    int read = 4 * query.limit();
    while (true) {
      List<FacilityRows.Near> rough = rows.listNear(kind, query.lon(), query.lat(), read);
      List<NearFacility> found = found(rough, query, ways, measured);
      if (rough.size() < read || isEnough(found, rough.getLast(), query.limit())) {
        return found;
      }
      read *= MORE_EACH_TIME;
    }
  }

  private List<NearFacility> found(
      List<FacilityRows.Near> rough, NearQuery query, Ways ways, Map<Long, Way> measured) {
    return rough.stream()
        .map(FacilityRows.Near::facility)
        .filter(facility -> !query.openNow() || isOpen(facility))
        .map(facility -> near(facility, ways, measured))
        .sorted(NEAREST_FIRST)
        .limit(query.limit())
        .toList();
  }

  private static NearFacility near(Facility facility, Ways ways, Map<Long, Way> measured) {
    FacilityFacts facts = facility.facts();
    return new NearFacility(
        facility, measured.computeIfAbsent(facility.id(), _ -> ways.to(facts.lon(), facts.lat())));
  }

  private boolean isOpen(Facility facility) {
    return hours.now(facility.facts().hours()).state() == OpenState.OPEN;
  }

  private static boolean isEnough(List<NearFacility> found, FacilityRows.Near last, int wanted) {
    return found.size() == wanted
        && found.getLast().metres() <= last.rough() * NEARER_THAN_THE_INDEX_SAYS;
  }
}
