package org.gridward.rulebook;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rungs by which cases are escalated. Every escalation goes by the newest version at its time,
 * from the rung number that the case stands on; what was escalated before stays with whom it is.
 */
@Component
public class EscalationLadder {

  private static final TypeReference<List<EscalationRung>> RUNGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final RulebookRows rows;
  private final Journal journal;
  private final Clock clock;

  EscalationLadder(
      JdbcClient jdbc, JsonMapper json, RulebookRows rows, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.rows = rows;
    this.journal = journal;
    this.clock = clock;
  }

  /** From the lowest. One small query. */
  public List<EscalationRung> list() {
    return current().rungs();
  }

  /** The rules in force now. One small query. */
  public EscalationRules current() {
    return jdbc.sql(
            "select version, rungs, valid_from from escalation_rule order by version desc limit 1")
        .query(
            (row, n) ->
                new EscalationRules(
                    row.getInt("version"),
                    json.readValue(row.getString("rungs"), RUNGS),
                    row.getObject("valid_from", OffsetDateTime.class).toInstant()))
        .single();
  }

  /**
   * Puts a new version in force; the same rungs again make none.
   *
   * @param basis the version that the actor has seen
   * @throws EscalationRejected when the rungs make no sense
   * @throws EscalationMoved when there is a newer version than that
   */
  @Transactional
  public EscalationRules publish(List<EscalationRung> rungs, int basis, Actor actor) {
    rows.lockWriters();
    EscalationRules last = current();
    EscalationRules next =
        new EscalationRules(
            last.version() + 1, rungs, clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (last.version() != basis) {
      throw new EscalationMoved(basis, last.version());
    }
    if (last.rungs().equals(next.rungs())) {
      return last;
    }
    insert(next);
    journal.append(
        new NewEntry(
            "escalation_rules.changed",
            AreaPath.ROOT,
            new Subject("escalation-rules", Integer.toString(next.version())),
            null,
            null,
            actor,
            Map.of("version", next.version())));
    return next;
  }

  private void insert(EscalationRules rules) {
    jdbc.sql("insert into escalation_rule (version, rungs, valid_from) values (?, ?::jsonb, ?)")
        .params(rules.version(), json.writeValueAsString(rules.rungs()))
        .param(rules.validFrom().atOffset(ZoneOffset.UTC))
        .update();
  }
}
