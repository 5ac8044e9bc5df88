package org.gridward.rulebook;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.rulebook.RulebookSnapshot.Version;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The incident catalogue: every category in its current version, and the versions before. Reading
 * costs no query. Thread-safe.
 */
@Component
public class Catalogue {

  private final RulebookSnapshots snapshots;
  private final RulebookRows rows;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Catalogue(
      RulebookSnapshots snapshots,
      RulebookRows rows,
      Journal journal,
      ApplicationEventPublisher events,
      Clock clock) {
    this.snapshots = snapshots;
    this.rows = rows;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /** The current version; empty when there is none or it is retired. */
  public Optional<Category> find(String code) {
    return snapshots.current().find(code);
  }

  /** One version, current or not; throws {@link CategoryUnknown}. */
  public Category get(String code, int version) {
    return snapshots.current().get(code, version);
  }

  /** All current categories by code. */
  public List<Category> list() {
    return snapshots.current().list();
  }

  /**
   * Makes these terms the current version. Terms that are in force already make no new version.
   *
   * @param code of a new, a current or a retired category
   * @return the version in force
   */
  @Transactional
  public Category publish(String code, CategoryTerms terms, Actor actor) {
    if (!CategoryCode.isWellFormed(code)) {
      throw new CategoryRejected(
          "code",
          "the code '%s' must be 1 to 64 of a-z, 0-9 and hyphen, such as 'street-light'"
              .formatted(code));
    }
    rows.lockWriters();
    Optional<Version> latest = rows.findLatest(code);
    Optional<Category> inForce =
        latest.filter(version -> !version.retired()).map(Version::category).filter(terms::saidBy);
    if (inForce.isPresent()) {
      return inForce.get();
    }
    Category next = terms.as(code, 1 + latest.map(v -> v.category().version()).orElse(0));
    write(next, false, actor);
    return next;
  }

  /** Takes the category out of use; incidents keep their version of it. */
  @Transactional
  public void retire(String code, Actor actor) {
    rows.lockWriters();
    Category last =
        rows.findLatest(code)
            .filter(version -> !version.retired())
            .map(Version::category)
            .orElseThrow(() -> new CategoryUnknown(code));
    write(CategoryTerms.of(last).as(code, last.version() + 1), true, actor);
  }

  private void write(Category category, boolean retired, Actor actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    rows.insert(category, retired, now);
    journal.append(
        new NewEntry(
            "category.changed",
            AreaPath.ROOT,
            new Subject("category", category.code()),
            null,
            null,
            actor,
            Map.of("code", category.code(), "version", category.version(), "retired", retired)));
    events.publishEvent(new RulesWritten());
  }
}
