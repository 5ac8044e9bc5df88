package org.gridward.facility;

import java.util.List;
import java.util.Optional;
import org.gridward.grid.Area;
import org.gridward.grid.CellLocator;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The service places. Every change is one transaction (the caller's, if there is one) that also
 * makes it known to the gazetteer and writes the journal entry. Who may do it is the caller's
 * business. Thread-safe.
 */
@Service
public class Facilities {

  private final FacilityRows rows;
  private final FacilityKindRows kinds;
  private final FacilityJournal journal;
  private final FacilityNames names;
  private final CellLocator cells;

  Facilities(
      FacilityRows rows,
      FacilityKindRows kinds,
      FacilityJournal journal,
      FacilityNames names,
      CellLocator cells) {
    this.rows = rows;
    this.kinds = kinds;
    this.journal = journal;
    this.names = names;
    this.cells = cells;
  }

  /** In the order in which lists show them. */
  public List<FacilityKind> listKinds() {
    return kinds.list();
  }

  /** Throws {@code facility-unknown} (404). */
  public Facility get(long id) {
    return find(id).orElseThrow(() -> FacilityProblems.unknown(id));
  }

  public Optional<Facility> find(long id) {
    return rows.find(id);
  }

  /** In the order of their ids. */
  public List<Facility> list(FacilityQuery query) {
    return rows.list(query);
  }

  /** The same text exactly as long as no facility has changed. */
  public String state() {
    return rows.state();
  }

  /** The area a facility at this place belongs to: its cell's; the root outside every cell. */
  public AreaPath areaOf(FacilityFacts facts) {
    return cells.locate(facts.lon(), facts.lat()).map(Area::path).orElse(AreaPath.ROOT);
  }

  @Transactional
  public Facility create(FacilityFacts facts, Actor actor) {
    rows.lockWriters();
    checkKind(facts);
    checkCode(facts, -1);
    Facility created = rows.insert(facts, areaOf(facts));
    names.put(List.of(created));
    journal.created(created, actor);
    return created;
  }

  /**
   * Makes the facility what {@code facts} say.
   *
   * @param version on which the change was decided; {@code version-conflict} when it is another
   */
  @Transactional
  public Facility update(long id, int version, FacilityFacts facts, Actor actor) {
    Facility before = lock(id, version);
    checkKind(facts);
    checkCode(facts, id);
    if (before.facts().equals(facts)) {
      return before;
    }
    Facility now = rows.update(before, facts, areaOf(facts));
    names.put(List.of(now));
    journal.changed(before, now, actor);
    return now;
  }

  /** Takes the facility off the map; the journal keeps what it was. */
  @Transactional
  public void remove(long id, int version, Actor actor) {
    Facility before = lock(id, version);
    rows.delete(id);
    names.remove(id);
    journal.removed(before, actor);
  }

  private Facility lock(long id, int version) {
    rows.lockWriters();
    Facility before = get(id);
    if (before.version() != version) {
      throw FacilityProblems.changedMeanwhile(id, before.version());
    }
    return before;
  }

  private void checkKind(FacilityFacts facts) {
    if (kinds.list().stream().noneMatch(kind -> kind.code().equals(facts.kind()))) {
      throw FacilityProblems.unknownKind(facts.kind());
    }
  }

  private void checkCode(FacilityFacts facts, long ownId) {
    for (Facility holder : rows.listByCode(List.of(facts.code()))) {
      if (holder.id() != ownId) {
        throw FacilityProblems.codeTaken(facts.code());
      }
    }
  }
}
