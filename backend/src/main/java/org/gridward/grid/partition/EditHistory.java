package org.gridward.grid.partition;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The edits that were made, the newest first. Who may see them is the caller's business. */
@Component
public class EditHistory {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EditHistory(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * An edit that was made.
   *
   * @param kind {@code split}, {@code merge}, {@code reshape}, {@code repair} or {@code undo}
   * @param under the area in which all of it stands
   * @param actor as in the journal
   * @param undoneBy the edit that took it back; null while it stands
   */
  public record Past(
      long id,
      String kind,
      AreaPath under,
      Instant effectiveAt,
      Instant madeAt,
      String actor,
      @Nullable Long undoneBy,
      List<Part> changes) {}

  /**
   * @param change {@code reshaped}, {@code aligned}, {@code created}, {@code retired} or {@code
   *     restored}
   */
  public record Part(long id, String code, String change) {}

  /**
   * @param within edits of ground in this area
   * @param before only those older than this edit; null for the newest
   */
  public List<Past> list(AreaPath within, @Nullable Long before, int limit) {
    return jdbc.sql(
            """
            select id, kind, area_path, effective_at, made_at, actor, undone_by, changes
            from area_edit where area_path like ? and id < ? order by id desc limit ?
            """)
        .params(within.value() + "%", before == null ? Long.MAX_VALUE : before, limit)
        .query(
            (row, number) ->
                new Past(
                    row.getLong("id"),
                    word(row.getString("kind")),
                    new AreaPath(row.getString("area_path")),
                    row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                    row.getObject("made_at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getObject("undone_by", Long.class),
                    json.readTree(row.getString("changes"))
                        .valueStream()
                        .map(EditHistory::part)
                        .toList()))
        .list();
  }

  private static Part part(JsonNode change) {
    return new Part(
        change.get("areaId").asLong(),
        change.get("code").asString(),
        word(change.get("change").asString()));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
