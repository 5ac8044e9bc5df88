package org.gridward.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.rulebook.RulebookSnapshot.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the tables category and dispatch_rule. */
@Component
class RulebookRows {

  private static final TypeReference<Map<String, String>> NAMES = new TypeReference<>() {};

  private static final String SELECT =
      """
      select code, version, names, severity, auto_file, required_skill, retired,
             extract(epoch from accept_within)::bigint as accept_seconds,
             extract(epoch from handle_within)::bigint as handle_seconds
      from category
      """;

  private static final long WRITERS_LOCK = 0x72_75_6c_65L;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  RulebookRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Version> listVersions() {
    return jdbc.sql(SELECT + " order by code, version").query(this::version).list();
  }

  private Version version(ResultSet row, int number) throws SQLException {
    return new Version(
        new Category(
            row.getString("code"),
            row.getInt("version"),
            json.readValue(row.getString("names"), NAMES),
            Severity.valueOf(row.getString("severity")),
            row.getBoolean("auto_file"),
            row.getString("required_skill"),
            Duration.ofSeconds(row.getLong("accept_seconds")),
            Duration.ofSeconds(row.getLong("handle_seconds"))),
        row.getBoolean("retired"));
  }

  /** What the column dispatch_rule.rules holds. */
  private record StoredRules(List<Tier> ladder, int nearbyLevelsUp, int maxAttempts) {}

  DispatchRules latestDispatchRules() {
    return jdbc.sql("select version, rules from dispatch_rule order by version desc limit 1")
        .query(
            (row, number) -> {
              StoredRules rules = json.readValue(row.getString("rules"), StoredRules.class);
              return new DispatchRules(
                  row.getInt("version"),
                  rules.ladder(),
                  rules.nearbyLevelsUp(),
                  rules.maxAttempts());
            })
        .single();
  }

  /** Makes this transaction the only one that writes rules, until it ends. */
  void lockWriters() {
    jdbc.sql("select pg_advisory_xact_lock(?)")
        .param(WRITERS_LOCK)
        .query((row, number) -> number)
        .list();
  }

  /** The newest version of the category, with whether it is retired. */
  Optional<Version> findLatest(String code) {
    return jdbc.sql(SELECT + " where code = ? order by version desc limit 1")
        .param(code)
        .query(this::version)
        .optional();
  }

  void insert(Category category, boolean retired, Instant validFrom) {
    jdbc.sql(
            """
            insert into category
              (code, version, names, severity, auto_file, required_skill, accept_within,
               handle_within, valid_from, retired)
            values (?, ?, ?::jsonb, ?, ?, ?, make_interval(secs => ?), make_interval(secs => ?), ?, ?)
            """)
        .params(category.code(), category.version(), json.writeValueAsString(category.names()))
        .params(category.severity().name(), category.autoFile())
        .param(category.requiredSkill())
        .params(category.acceptWithin().toSeconds(), category.handleWithin().toSeconds())
        .params(validFrom.atOffset(ZoneOffset.UTC), retired)
        .update();
  }

  void insert(DispatchRules rules, Instant validFrom) {
    StoredRules stored =
        new StoredRules(rules.ladder(), rules.nearbyLevelsUp(), rules.maxAttempts());
    jdbc.sql("insert into dispatch_rule (version, rules, valid_from) values (?, ?::jsonb, ?)")
        .params(rules.version(), json.writeValueAsString(stored))
        .param(validFrom.atOffset(ZoneOffset.UTC))
        .update();
  }
}
