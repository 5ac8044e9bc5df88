package org.gridward.facility;

import java.util.ArrayList;
import java.util.List;
import org.gridward.grid.GroundChanged;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.OnServer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps each facility in the area it lies in when boundaries change. */
@Component
@OnServer
class FacilityPlaces {

  private static final int PAGE = 500;

  private final FacilityRows rows;
  private final Facilities facilities;
  private final FacilityJournal journal;
  private final TransactionTemplate transaction;

  FacilityPlaces(
      FacilityRows rows,
      Facilities facilities,
      FacilityJournal journal,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.facilities = facilities;
    this.journal = journal;
    this.transaction = transaction;
  }

  /** Resolves every facility again; writes only what has moved, page by page. */
  @EventListener(GroundChanged.class)
  void resolve() {
    long after = 0;
    List<Facility> page;
    do {
      page = rows.list(new FacilityQuery(AreaPath.ROOT, null, null, after, PAGE));
      List<Long> moved = page.stream().filter(this::hasMoved).map(Facility::id).toList();
      if (!moved.isEmpty()) {
        transaction.executeWithoutResult(_ -> move(moved));
      }
      after = page.isEmpty() ? after : page.getLast().id();
    } while (page.size() == PAGE);
  }

  private boolean hasMoved(Facility facility) {
    return !facilities.areaOf(facility.facts()).equals(facility.areaPath());
  }

  private void move(List<Long> ids) {
    rows.lockWriters();
    List<Long> moved = new ArrayList<>();
    List<AreaPath> areas = new ArrayList<>();
    for (long id : ids) {
      rows.find(id)
          .filter(this::hasMoved)
          .ifPresent(
              facility -> {
                AreaPath now = facilities.areaOf(facility.facts());
                rows.move(id, now);
                moved.add(id);
                areas.add(facility.areaPath());
                areas.add(now);
              });
    }
    if (!moved.isEmpty()) {
      journal.several("boundaries", moved, areas, Actor.SYSTEM);
    }
  }
}
