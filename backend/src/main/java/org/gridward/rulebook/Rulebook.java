package org.gridward.rulebook;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of dispatch. Reading costs no query. Thread-safe. */
@Component
public class Rulebook {

  private final RulebookSnapshots snapshots;
  private final RulebookRows rows;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Rulebook(
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

  /** The rules in force now. */
  public DispatchRules current() {
    return snapshots.current().dispatchRules();
  }

  /** Puts a new version of the rules of dispatch in force; see {@link DispatchRules}. */
  @Transactional
  public DispatchRules publish(
      List<Tier> ladder, int nearbyLevelsUp, int maxAttempts, Actor actor) {
    rows.lockWriters();
    DispatchRules last = rows.latestDispatchRules();
    DispatchRules next = new DispatchRules(last.version() + 1, ladder, nearbyLevelsUp, maxAttempts);
    rows.insert(next, clock.instant().truncatedTo(ChronoUnit.MICROS));
    journal.append(
        new NewEntry(
            "dispatch_rules.changed",
            AreaPath.ROOT,
            new Subject("dispatch-rules", Integer.toString(next.version())),
            null,
            null,
            actor,
            Map.of("version", next.version())));
    events.publishEvent(new RulesWritten());
    return next;
  }
}
