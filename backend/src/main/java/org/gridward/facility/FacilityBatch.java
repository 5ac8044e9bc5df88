package org.gridward.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.imports.ImportReport.Tally;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes many facilities be what a file says, in one transaction with one journal entry. */
@Component
public class FacilityBatch {

  private final FacilityRows rows;
  private final Facilities facilities;
  private final FacilityNames names;
  private final FacilityJournal journal;

  FacilityBatch(
      FacilityRows rows, Facilities facilities, FacilityNames names, FacilityJournal journal) {
    this.rows = rows;
    this.facilities = facilities;
    this.names = names;
    this.journal = journal;
  }

  /**
   * Creates and changes facilities by their codes; those that are so already stay untouched.
   *
   * @param sheets no code twice, kinds that exist; keep it to some hundreds
   * @param tally counts what was created, changed, unchanged
   */
  @Transactional
  public void write(List<FacilityFacts> sheets, Tally tally) {
    rows.lockWriters();
    Map<String, Facility> known = known(sheets);
    List<Facility> written = new ArrayList<>();
    List<AreaPath> areas = new ArrayList<>();
    for (FacilityFacts facts : sheets) {
      Facility before = known.get(facts.code());
      if (before == null) {
        written.add(rows.insert(facts, facilities.areaOf(facts)));
        tally.created();
      } else if (!before.facts().equals(facts)) {
        areas.add(before.areaPath());
        written.add(rows.update(before, facts, facilities.areaOf(facts)));
        tally.changed();
      } else {
        tally.unchanged();
      }
    }
    if (!written.isEmpty()) {
      written.forEach(facility -> areas.add(facility.areaPath()));
      List<Long> ids = written.stream().map(Facility::id).toList();
      names.put(written);
      journal.several("import", ids, areas, Actor.SYSTEM);
    }
  }

  /** Counts what {@link #write} would do, and writes nothing. */
  public void compare(List<FacilityFacts> sheets, Tally tally) {
    Map<String, Facility> known = known(sheets);
    for (FacilityFacts facts : sheets) {
      Facility before = known.get(facts.code());
      if (before == null) {
        tally.created();
      } else if (before.facts().equals(facts)) {
        tally.unchanged();
      } else {
        tally.changed();
      }
    }
  }

  private Map<String, Facility> known(List<FacilityFacts> sheets) {
    return rows.listByCode(sheets.stream().map(FacilityFacts::code).toList()).stream()
        .collect(Collectors.toMap(each -> each.facts().code(), each -> each));
  }
}
