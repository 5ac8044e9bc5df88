package org.gridward.identity;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a screen on a wall is known by, for as long as it hangs there. Each token is the key of an
 * account of its own, which cannot sign in, holds {@link Role#WALL} in one area and nothing else,
 * and ends with it.
 */
@Service
public class WallTokens {

  private static final String SELECT =
      """
      select k.id, k.user_id, k.label, g.area_path, k.created_at
      from api_key k join app_user u on u.id = k.user_id join role_grant g on g.user_id = u.id
      where k.revoked_at is null and u.enabled and u.login like 'wall-%' and g.role = 'WALL'
      """;

  private final JdbcClient jdbc;
  private final Users users;
  private final ApiKeys keys;
  private final SecureRandom random = new SecureRandom();

  WallTokens(JdbcClient jdbc, Users users, ApiKeys keys) {
    this.jdbc = jdbc;
    this.users = users;
    this.keys = keys;
  }

  /**
   * A token that works, without its secret.
   *
   * @param userId the account behind it
   * @param area what its wall may show
   */
  public record WallToken(long id, long userId, String label, AreaPath area, Instant createdAt) {}

  /** Makes a token; its secret can never be shown again. */
  @Transactional
  public ApiKeys.NewApiKey create(String label, AreaPath area, Actor actor) {
    byte[] name = new byte[6];
    random.nextBytes(name);
    User user = users.create("wall-" + HexFormat.of().formatHex(name), label.strip(), null, actor);
    users.grant(user.id(), Role.WALL, area, actor);
    return keys.create(user.id(), label, actor);
  }

  /** The tokens whose area is one of {@code areas} or lies in one, oldest first. */
  public List<WallToken> list(Collection<AreaPath> areas) {
    return jdbc.sql(
            SELECT + "and exists (select from unnest(?) a where g.area_path ^@ a) order by k.id")
        .param(areas.stream().map(AreaPath::value).toArray(String[]::new))
        .query(WallTokens::read)
        .list();
  }

  /** The token; one that was revoked is not found. */
  public WallToken get(long id) {
    return jdbc.sql(SELECT + "and k.id = ?")
        .param(id)
        .query(WallTokens::read)
        .optional()
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "unknown-wall-token", "there is no wall token " + id, Map.of("id", id)));
  }

  /** Ends the token and its account at once; screens that use it lose their connection. */
  @Transactional
  public void revoke(long id, Actor actor) {
    WallToken token = get(id);
    keys.revoke(id, actor);
    users.update(token.userId(), token.label(), false, actor);
  }

  private static WallToken read(ResultSet row, int n) throws SQLException {
    return new WallToken(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        new AreaPath(row.getString(4)),
        row.getObject(5, OffsetDateTime.class).toInstant());
  }
}
