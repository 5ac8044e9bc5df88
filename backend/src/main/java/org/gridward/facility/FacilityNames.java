package org.gridward.facility;

import java.util.List;
import org.gridward.gazetteer.PlaceBatch;
import org.gridward.gis.places.FoundPlace;
import org.gridward.gis.places.PlaceKind;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Tally;
import org.springframework.stereotype.Component;

/** Lets service places be found by what people type. In the caller's transaction. */
@Component
class FacilityNames {

  private static final String SOURCE = "facility";

  private final PlaceBatch places;

  FacilityNames(PlaceBatch places) {
    this.places = places;
  }

  /** As they are now. */
  void put(List<Facility> facilities) {
    Tally tally = new Tally();
    places.write(SOURCE, facilities.stream().map(FacilityNames::place).toList(), tally, false);
    ImportReport written = tally.report();
    if (written.created() + written.changed() > 0) {
      places.tellNamed(SOURCE);
    }
  }

  void remove(long id) {
    places.remove(SOURCE, List.of(Long.toString(id)));
    places.tellNamed(SOURCE);
  }

  private static FoundPlace place(Facility facility) {
    FacilityFacts facts = facility.facts();
    return new FoundPlace(
        Long.toString(facility.id()),
        PlaceKind.POI,
        facts.names(),
        null,
        facts.address(),
        facts.lon(),
        facts.lat(),
        List.of());
  }
}
