package org.gridward.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code app_user} and {@code role_grant}. */
@Repository
class AccountRows {

  private static final String SELECT =
      """
      select u.id, u.login, u.name, u.enabled, u.credentials_version, g.role, g.area_path
      from app_user u left join role_grant g on g.user_id = u.id
      """;

  private final JdbcClient jdbc;

  AccountRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What sign-in needs to know. */
  record Credentials(
      long id, boolean enabled, @Nullable String digest, @Nullable Instant lockedUntil) {}

  Optional<KnownUser> find(long id) {
    return collect(
            jdbc.sql(SELECT + "where u.id = :id order by g.area_path, g.role").param("id", id))
        .stream()
        .findFirst();
  }

  Optional<Long> findId(String login) {
    return jdbc.sql("select id from app_user where login = :login")
        .param("login", login)
        .query(Long.class)
        .optional();
  }

  List<KnownUser> list(AreaPath scope) {
    return collect(
        jdbc.sql(
                SELECT
                    + """
                    where :scope = '' or u.id in
                      (select user_id from role_grant where starts_with(area_path, :scope))
                    order by u.login, g.area_path, g.role
                    """)
            .param("scope", scope.value()));
  }

  /** Who holds the role in an area that contains {@code area}, by name. */
  List<KnownUser> listHolders(Role role, AreaPath area) {
    return collect(
        jdbc.sql(
                SELECT
                    + """
                    where u.id in
                      (select user_id from role_grant
                       where role = :role and starts_with(:area, area_path))
                    order by u.name, u.id, g.area_path, g.role
                    """)
            .param("role", role.name())
            .param("area", area.value()));
  }

  private static List<KnownUser> collect(JdbcClient.StatementSpec query) {
    Map<Long, KnownUser> users = new LinkedHashMap<>();
    query.query(
        row -> {
          users.merge(row.getLong("id"), user(row), AccountRows::join);
        });
    return List.copyOf(users.values());
  }

  private static KnownUser user(ResultSet row) throws SQLException {
    String role = row.getString("role");
    List<Grant> grants =
        role == null
            ? List.of()
            : List.of(new Grant(Role.valueOf(role), new AreaPath(row.getString("area_path"))));
    User user =
        new User(
            row.getLong("id"),
            row.getString("login"),
            row.getString("name"),
            row.getBoolean("enabled"),
            grants);
    return new KnownUser(user, row.getInt("credentials_version"));
  }

  private static KnownUser join(KnownUser one, KnownUser other) {
    List<Grant> grants = new ArrayList<>(one.user().grants());
    grants.addAll(other.user().grants());
    User user = one.user();
    return new KnownUser(
        new User(user.id(), user.login(), user.name(), user.enabled(), grants),
        one.credentialsVersion());
  }

  Optional<Credentials> findCredentials(String login) {
    return jdbc.sql(
            "select id, enabled, password_digest, locked_until from app_user where login = :login")
        .param("login", login)
        .query(
            (row, _) ->
                new Credentials(
                    row.getLong(1), row.getBoolean(2), row.getString(3), instant(row, 4)))
        .optional();
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    var at = row.getObject(column, java.time.OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** The new user's id; empty when the login is taken. */
  Optional<Long> insert(String login, String name, @Nullable String digest, Instant now) {
    return jdbc.sql(
            """
            insert into app_user (login, name, password_digest, created_at)
            values (:login, :name, :digest, :now) on conflict (login) do nothing returning id
            """)
        .param("login", login)
        .param("name", name)
        .param("digest", digest)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional();
  }

  boolean update(long id, String name, boolean enabled) {
    return jdbc.sql(
                "update app_user set name = :name, enabled = :enabled, version = version + 1"
                    + " where id = :id")
            .param("id", id)
            .param("name", name)
            .param("enabled", enabled)
            .update()
        == 1;
  }

  void setDigest(long id, String digest) {
    jdbc.sql(
            """
            update app_user set password_digest = :digest, failed_attempts = 0, locked_until = null,
              credentials_version = credentials_version + 1, version = version + 1 where id = :id
            """)
        .param("id", id)
        .param("digest", digest)
        .update();
  }

  boolean insertGrant(long userId, Grant grant) {
    return jdbc.sql(
                "insert into role_grant (user_id, role, area_path) values (:user, :role, :area)"
                    + " on conflict do nothing")
            .param("user", userId)
            .param("role", grant.role().name())
            .param("area", grant.area().value())
            .update()
        == 1;
  }

  boolean deleteGrants(long userId, Collection<Grant> grants) {
    int deleted = 0;
    for (Grant grant : grants) {
      deleted +=
          jdbc.sql(
                  "delete from role_grant where user_id = :user and role = :role and area_path ="
                      + " :area")
              .param("user", userId)
              .param("role", grant.role().name())
              .param("area", grant.area().value())
              .update();
    }
    return deleted > 0;
  }

  /** Counts a failed sign-in; true when the account is locked now because of it. */
  boolean countFailure(long id, int allowed, Instant lockedUntil) {
    return jdbc.sql(
            """
            update app_user set
              locked_until = case when failed_attempts + 1 >= :allowed then :until
                else locked_until end,
              failed_attempts = case when failed_attempts + 1 >= :allowed then 0
                else failed_attempts + 1 end
            where id = :id returning failed_attempts = 0
            """)
        .param("id", id)
        .param("allowed", allowed)
        .param("until", lockedUntil.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** Forgets failed sign-ins; false when the account has been locked in the meantime. */
  boolean forgetFailures(long id, Instant now) {
    return jdbc.sql(
                """
                update app_user set failed_attempts = 0, locked_until = null
                where id = :id and (locked_until is null or locked_until <= :now)
                """)
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
