package org.gridward.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.desk.SavedFilter.Asked;
import org.gridward.shared.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The filters that users keep, each their own, at most {@value #MOST} a user. A matter of taste and
 * no fact of the installation: the journal does not tell of them.
 */
@Service
public class SavedFilters {

  /** So many filters may one user keep. */
  public static final int MOST = 50;

  private static final String SELECT = "select id, name, filter, version from saved_filter ";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  SavedFilters(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** The user's own, in the order in which they were made. */
  public List<SavedFilter> list(long userId) {
    return jdbc.sql(SELECT + "where user_id = ? order by id")
        .param(userId)
        .query(this::read)
        .list();
  }

  /**
   * Keeps a filter; one that the user keeps under this name already is replaced.
   *
   * @throws Problem.Conflict when the user keeps {@value #MOST} others
   */
  @Transactional
  public SavedFilter save(long userId, String name, Asked filter) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('saved_filter', ?))")
        .param(userId)
        .query(row -> {});
    List<SavedFilter> kept = list(userId);
    boolean known = kept.stream().anyMatch(one -> one.name().equals(name));
    if (!known && kept.size() >= MOST) {
      throw new Problem.Conflict(
          "too-many-filters",
          "you keep %d filters already; remove one first".formatted(kept.size()),
          Map.of("most", MOST));
    }
    return jdbc.sql(
            """
            insert into saved_filter (user_id, name, filter, created_at) values (?, ?, ?::jsonb, ?)
            on conflict (user_id, name) do update
              set filter = excluded.filter, version = saved_filter.version + 1
            returning id, name, filter, version
            """)
        .params(userId, name, json.writeValueAsString(filter))
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .query(this::read)
        .single();
  }

  /**
   * Changes name and filter.
   *
   * @param version the one that was seen
   * @throws Problem.NotFound when the user keeps none with this id
   * @throws Problem.Conflict when it has changed since, or another one has the name
   */
  @Transactional
  public SavedFilter update(long userId, SavedFilter changed, int version) {
    try {
      return jdbc.sql(
              """
              update saved_filter set name = ?, filter = ?::jsonb, version = version + 1
              where id = ? and user_id = ? and version = ? returning id, name, filter, version
              """)
          .params(changed.name(), json.writeValueAsString(changed.filter()))
          .params(changed.id(), userId, version)
          .query(this::read)
          .optional()
          .orElseThrow(() -> changedOrGone(userId, changed.id()));
    } catch (DuplicateKeyException e) {
      throw new Problem.Conflict(
          "filter-name-taken",
          "you keep another filter under the name '%s'".formatted(changed.name()),
          Map.of("name", changed.name()));
    }
  }

  private Problem changedOrGone(long userId, long id) {
    Optional<SavedFilter> present =
        jdbc.sql(SELECT + "where id = ? and user_id = ?")
            .params(id, userId)
            .query(this::read)
            .optional();
    return present.isEmpty()
        ? unknown(id)
        : new Problem.Conflict(
            "changed-meanwhile",
            "filter %d has changed meanwhile; it is at version %d"
                .formatted(id, present.get().version()),
            Map.of("version", present.get().version()));
  }

  /**
   * Drops it.
   *
   * @throws Problem.NotFound when the user keeps none with this id
   */
  @Transactional
  public void remove(long userId, long id) {
    int removed =
        jdbc.sql("delete from saved_filter where id = ? and user_id = ?")
            .params(id, userId)
            .update();
    if (removed == 0) {
      throw unknown(id);
    }
  }

  private static Problem unknown(long id) {
    return new Problem.NotFound(
        "filter-unknown", "you keep no filter %d".formatted(id), Map.of("id", id));
  }

  private SavedFilter read(ResultSet row, int number) throws SQLException {
    return new SavedFilter(
        row.getLong("id"),
        row.getString("name"),
        json.readValue(row.getString("filter"), Asked.class),
        row.getInt("version"));
  }
}
