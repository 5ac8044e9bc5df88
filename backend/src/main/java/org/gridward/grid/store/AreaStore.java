package org.gridward.grid.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.imports.ImportReport.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes areas be what their sheets say, and tells the journal what that changed. */
@Component
public class AreaStore {

  private static final int IDS_AT_ONCE = 50;

  private final EntityManager entities;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  AreaStore(EntityManager entities, Journal journal, ApplicationEventPublisher events) {
    this.entities = entities;
    this.journal = journal;
    this.events = events;
  }

  /**
   * Writes some areas of one level in the caller's transaction; keep it to some hundreds.
   *
   * @param effectiveAt when new and changed boundaries begin
   * @param tally counts what was created, changed, unchanged, and takes the faults
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(List<AreaSheet> sheets, Level level, Instant effectiveAt, Tally tally) {
    Writing writing =
        new Writing(level, effectiveAt, tally, areas(sheets), boundaries(sheets), retired(sheets));
    sheets.forEach(writing::write);
    entities.flush();
    if (!writing.created.isEmpty() || !writing.changed.isEmpty()) {
      journal.append(writing.entry());
      events.publishEvent(new AreasWritten());
    }
  }

  private Map<String, StoredArea> areas(List<AreaSheet> sheets) {
    Map<String, StoredArea> byCode = new HashMap<>();
    entities
        .createQuery("select a from StoredArea a where a.code in :codes", StoredArea.class)
        .setParameter("codes", sheets.stream().map(AreaSheet::code).toList())
        .getResultList()
        .forEach(area -> byCode.put(area.code(), area));
    return byCode;
  }

  private Map<Long, StoredBoundary> boundaries(List<AreaSheet> sheets) {
    Map<Long, StoredBoundary> byArea = new HashMap<>();
    entities
        .createQuery(
            """
            select b from StoredBoundary b
            where b.validUntil is null
              and b.areaId in (select a.id from StoredArea a where a.code in :codes)
            """,
            StoredBoundary.class)
        .setParameter("codes", sheets.stream().map(AreaSheet::code).toList())
        .getResultList()
        .forEach(boundary -> byArea.put(boundary.areaId(), boundary));
    return byArea;
  }

  /** The parents that are gone: an edit may have retired one since the import began. */
  private Set<Long> retired(List<AreaSheet> sheets) {
    List<Long> parents =
        sheets.stream()
            .map(AreaSheet::parent)
            .filter(Objects::nonNull)
            .map(Place::id)
            .distinct()
            .toList();
    return Set.copyOf(
        entities
            .createQuery(
                "select a.id from StoredArea a where a.id in :ids and a.retiredAt is not null",
                Long.class)
            .setParameter("ids", parents)
            .getResultList());
  }

  @SuppressWarnings("unchecked")
  private List<Long> newIds() {
    return entities
        .createNativeQuery("select nextval('area_seq') from generate_series(1, :count)", Long.class)
        .setParameter("count", IDS_AT_ONCE)
        .getResultList();
  }

  /** One call of {@link #write}. */
  private final class Writing {
    private final Level level;
    private final Instant effectiveAt;
    private final Tally tally;
    private final Map<String, StoredArea> areas;
    private final Map<Long, StoredBoundary> boundaries;
    private final Set<Long> retired;
    private final List<Long> ids = new ArrayList<>();
    private final List<StoredArea> created = new ArrayList<>();
    private final List<StoredArea> changed = new ArrayList<>();

    Writing(
        Level level,
        Instant effectiveAt,
        Tally tally,
        Map<String, StoredArea> areas,
        Map<Long, StoredBoundary> boundaries,
        Set<Long> retired) {
      this.level = level;
      this.effectiveAt = effectiveAt;
      this.tally = tally;
      this.areas = areas;
      this.boundaries = boundaries;
      this.retired = retired;
    }

    void write(AreaSheet sheet) {
      StoredArea known = areas.get(sheet.code());
      Place parent = sheet.parent();
      if (parent != null && retired.contains(parent.id())) {
        fault(
            sheet,
            "parent-retired",
            "the area above '%s' has been retired since the import began".formatted(sheet.code()));
      } else if (known == null) {
        create(sheet);
      } else if (fits(known, sheet)) {
        update(known, sheet);
      }
    }

    private void create(AreaSheet sheet) {
      StoredArea area = new StoredArea(nextId(), sheet, level, effectiveAt);
      entities.persist(area);
      entities.persist(new StoredBoundary(area.id(), level.cell(), sheet.boundary(), effectiveAt));
      created.add(area);
      tally.created();
    }

    private long nextId() {
      if (ids.isEmpty()) {
        ids.addAll(newIds());
      }
      return ids.removeFirst();
    }

    private boolean fits(StoredArea known, AreaSheet sheet) {
      Place parent = sheet.parent();
      if (!known.type().equals(level.code())) {
        fault(
            sheet,
            "code-of-another-level",
            "the code '%s' belongs to an area of the level %s, not %s"
                .formatted(sheet.code(), known.type(), level.code()));
      } else if (known.isRetired()) {
        fault(sheet, "area-retired", "the area '%s' is retired".formatted(sheet.code()));
      } else if (!Objects.equals(known.parentId(), parent == null ? null : parent.id())) {
        fault(
            sheet,
            "parent-changed",
            "the area '%s' stands under another parent in this installation (path %s); an import"
                    .formatted(sheet.code(), known.path())
                + " does not move areas");
      } else {
        return true;
      }
      return false;
    }

    private void update(StoredArea known, AreaSheet sheet) {
      StoredBoundary current = boundaries.get(known.id());
      boolean reshaped = current == null || !current.hasShape(sheet.boundary());
      if (reshaped && current != null && !effectiveAt.isAfter(current.validFrom())) {
        fault(
            sheet,
            "effective-too-early",
            "the boundary of '%s' is in force since %s, so another cannot begin at %s; give a later"
                    .formatted(sheet.code(), current.validFrom(), effectiveAt)
                + " --effective");
        return;
      }
      if (reshaped) {
        reshape(known, current, sheet);
      }
      if (known.rename(sheet.names()) || reshaped) {
        changed.add(known);
        tally.changed();
      } else {
        tally.unchanged();
      }
    }

    private void reshape(StoredArea area, @Nullable StoredBoundary old, AreaSheet sheet) {
      if (old != null) {
        old.closeAt(effectiveAt);
        entities.flush(); // the old one must end before the new one may begin
      }
      entities.persist(new StoredBoundary(area.id(), level.cell(), sheet.boundary(), effectiveAt));
    }

    private void fault(AreaSheet sheet, String code, String message) {
      tally.fault(sheet.number(), code, message);
    }

    NewEntry entry() {
      List<StoredArea> all = new ArrayList<>(created);
      all.addAll(changed);
      AreaPath common = all.getFirst().path();
      for (StoredArea area : all) {
        while (!common.contains(area.path())) {
          common = common.parent();
        }
      }
      Map<String, Object> payload =
          Map.of(
              "type", level.code(),
              "created", created.size(),
              "changed", changed.size(),
              "effectiveAt", effectiveAt.toString(),
              "areas", all.stream().map(StoredArea::id).toList());
      Subject subject = new Subject("area-type", level.code());
      return new NewEntry("areas.changed", common, subject, null, null, Actor.SYSTEM, payload);
    }
  }
}
