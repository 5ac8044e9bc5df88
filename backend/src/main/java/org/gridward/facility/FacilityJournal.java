package org.gridward.facility;

import java.util.List;
import java.util.Map;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Component;

/** Tells the journal what this module has changed. */
@Component
class FacilityJournal {

  private final Journal journal;

  FacilityJournal(Journal journal) {
    this.journal = journal;
  }

  void created(Facility facility, Actor actor) {
    one("facility.created", facility, facility.areaPath(), actor);
  }

  /** Told where both the old and the new place hear it. */
  void changed(Facility before, Facility now, Actor actor) {
    one("facility.changed", now, common(List.of(before.areaPath(), now.areaPath())), actor);
  }

  void removed(Facility facility, Actor actor) {
    one("facility.removed", facility, facility.areaPath(), actor);
  }

  private void one(String kind, Facility facility, AreaPath area, Actor actor) {
    FacilityFacts facts = facility.facts();
    Map<String, Object> told =
        Map.of(
            "id", facility.id(),
            "code", facts.code(),
            "kind", facts.kind(),
            "names", facts.names(),
            "lon", facts.lon(),
            "lat", facts.lat(),
            "areaPath", facility.areaPath().value(),
            "version", facility.version());
    Subject subject = new Subject("facility", Long.toString(facility.id()));
    journal.append(new NewEntry(kind, area, subject, null, null, actor, Map.of("facility", told)));
  }

  /** One entry for many: a batch of an import, or what new boundaries have moved. */
  void several(String what, List<Long> ids, List<AreaPath> areas, Actor actor) {
    journal.append(
        new NewEntry(
            "facilities.changed",
            common(areas),
            new Subject("facilities", what),
            null,
            null,
            actor,
            Map.of("what", what, "facilities", ids)));
  }

  private static AreaPath common(List<AreaPath> areas) {
    AreaPath common = areas.getFirst();
    for (AreaPath area : areas) {
      while (!common.contains(area)) {
        common = common.parent();
      }
    }
    return common;
  }
}
