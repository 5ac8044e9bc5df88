package org.gridward.rulebook;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rungs by which cases are escalated, as the newest version of the rules says. */
@Component
public class EscalationLadder {

  private static final TypeReference<List<EscalationRung>> RUNGS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EscalationLadder(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** From the lowest. One small query. */
  public List<EscalationRung> list() {
    return jdbc.sql("select rungs from escalation_rule order by version desc limit 1")
        .query((row, n) -> json.readValue(row.getString("rungs"), RUNGS))
        .single();
  }
}
