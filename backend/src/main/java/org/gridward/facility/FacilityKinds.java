package org.gridward.facility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The kinds of service places. Every change is one transaction that also writes the journal entry.
 * Who may do it is the caller's business. Thread-safe.
 */
@Service
public class FacilityKinds {

  private final FacilityKindRows rows;
  private final FacilityRows facilities;
  private final Journal journal;

  FacilityKinds(FacilityKindRows rows, FacilityRows facilities, Journal journal) {
    this.rows = rows;
    this.facilities = facilities;
    this.journal = journal;
  }

  /** In the order in which lists show them and rules are tried. */
  public List<FacilityKind> list() {
    return rows.list();
  }

  /**
   * Adds a kind.
   *
   * @param position in the order, from 1; beyond the end is the end
   * @return as it is kept; {@code facility-kind-taken} (409) where the code is another's
   */
  @Transactional
  public FacilityKind create(FacilityKind kind, int position, Actor actor) {
    facilities.lockWriters();
    if (rows.list().stream().anyMatch(each -> each.code().equals(kind.code()))) {
      throw FacilityProblems.kindTaken(kind.code());
    }
    rows.insert(kind);
    place(kind.code(), position);
    return told("facility-kind.created", kind, actor);
  }

  /**
   * Makes the kind what {@code kind} says, with the next version.
   *
   * @param kind with the version on which the change was decided; {@code version-conflict} (409)
   *     when it is another
   */
  @Transactional
  public FacilityKind update(FacilityKind kind, int position, Actor actor) {
    FacilityKind before = lock(kind.code(), kind.version());
    FacilityKind now =
        new FacilityKind(
            kind.code(),
            kind.names(),
            kind.icon(),
            kind.colour(),
            kind.rules(),
            before.version() + 1);
    rows.update(now);
    place(kind.code(), position);
    return told("facility-kind.changed", now, actor);
  }

  /** Removes a kind of which there is no facility; {@code facility-kind-in-use} (409) otherwise. */
  @Transactional
  public void remove(String code, int version, Actor actor) {
    FacilityKind before = lock(code, version);
    long there = rows.countFacilities(code);
    if (there > 0) {
      throw FacilityProblems.kindInUse(code, there);
    }
    rows.delete(code);
    told("facility-kind.removed", before, actor);
  }

  private FacilityKind lock(String code, int version) {
    facilities.lockWriters();
    FacilityKind before =
        rows.list().stream()
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow(() -> FacilityProblems.kindMissing(code));
    if (before.version() != version) {
      throw FacilityProblems.kindChangedMeanwhile(code, before.version());
    }
    return before;
  }

  private void place(String code, int position) {
    List<String> codes = new ArrayList<>(rows.list().stream().map(FacilityKind::code).toList());
    List<String> before = List.copyOf(codes);
    codes.remove(code);
    codes.add(Math.clamp(position - 1, 0, codes.size()), code);
    if (!codes.equals(before)) {
      rows.order(codes);
    }
  }

  private FacilityKind told(String what, FacilityKind kind, Actor actor) {
    journal.append(
        new NewEntry(
            what,
            AreaPath.ROOT,
            new Subject("facilities", kind.code()),
            null,
            null,
            actor,
            Map.of("kind", kind)));
    return kind;
  }
}
