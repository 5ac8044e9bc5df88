package org.gridward.incident;

import java.util.List;
import java.util.UUID;
import org.gridward.incident.Duplicates.Order;
import org.gridward.journal.Journal;
import org.gridward.journal.JournalEntry;
import org.gridward.shared.Actor;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestDistrict;
import org.gridward.testing.TestDistrict.District;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A manned district of four cells, in whose first cell the tests of duplicates report and merge.
 */
@PostgisTest
abstract class DuplicateScene {

  static final Actor OPERATOR = Actor.user(7);

  @Autowired IncidentIntake intake;
  @Autowired Incidents incidents;
  @Autowired Duplicates duplicates;
  @Autowired Journal journal;
  @Autowired TestDistrict districts;

  District district;

  @BeforeEach
  void layGround() {
    district = districts.manned(2, 2);
  }

  UUID report(String category) {
    return intake.accept(Reports.at(district.ground().centre(0), category)).id();
  }

  IncidentView merge(UUID duplicate, UUID into) {
    return duplicates.merge(duplicate, into, order(duplicate, "the same lamp"));
  }

  Order order(UUID id, String reason) {
    return new Order(incidents.get(id).version(), reason, OPERATOR);
  }

  List<String> kinds(UUID id) {
    return journal.listOfIncident(id).stream().map(JournalEntry::kind).toList();
  }
}
