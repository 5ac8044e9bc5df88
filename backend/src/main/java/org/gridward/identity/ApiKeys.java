package org.gridward.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bearer tokens for other programs; each acts as its user. Only their digests are kept. */
@Service
public class ApiKeys {

  /** How every token begins, so that a leaked one can be recognised. */
  public static final String PREFIX = "gw_";

  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Users users;
  private final Journal journal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Optional<Long>> userByDigest =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  ApiKeys(JdbcClient jdbc, Users users, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A new key.
   *
   * @param token starts with {@code gw_}; can never be shown again
   */
  public record NewApiKey(long id, String token) {}

  /** A key that works, without its secret. */
  public record ApiKey(long id, long userId, String label, Instant createdAt) {}

  /** Makes a key that acts as the user. */
  @Transactional
  public NewApiKey create(long userId, String label, Actor actor) {
    users.get(userId);
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    long id =
        jdbc.sql(
                "insert into api_key (user_id, label, digest, created_at) values (:user, :label,"
                    + " :digest, :now) returning id")
            .param("user", userId)
            .param("label", label.strip())
            .param("digest", digest(token))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    tell(userId, id, "key-created", actor);
    return new NewApiKey(id, token);
  }

  /** Ends the key at once; nothing happens when it has ended already. */
  @Transactional
  public void revoke(long keyId, Actor actor) {
    jdbc.sql(
            "update api_key set revoked_at = :now where id = :id and revoked_at is null returning"
                + " user_id")
        .param("id", keyId)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .optional()
        .ifPresent(userId -> tell(userId, keyId, "key-revoked", actor));
  }

  /** The key; revoked ones are not found. */
  public ApiKey get(long keyId) {
    return jdbc.sql(
            "select id, user_id, label, created_at from api_key where id = :id and revoked_at is"
                + " null")
        .param("id", keyId)
        .query(ApiKeys::key)
        .optional()
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "unknown-key", "there is no API key " + keyId, Map.of("id", keyId)));
  }

  /** The user's keys that work, oldest first. */
  public List<ApiKey> list(long userId) {
    return jdbc.sql(
            "select id, user_id, label, created_at from api_key where user_id = :user and"
                + " revoked_at is null order by id")
        .param("user", userId)
        .query(ApiKeys::key)
        .list();
  }

  private static ApiKey key(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new ApiKey(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }

  /** Whom the token stands for; empty for an unknown or revoked one. Answered from memory. */
  public Optional<Caller> findCaller(String token) {
    if (!token.startsWith(PREFIX) || token.length() > 100) {
      return Optional.empty();
    }
    byte[] digest = digest(token);
    return userByDigest
        .get(HexFormat.of().formatHex(digest), _ -> load(digest))
        .flatMap(users::findCaller);
  }

  private Optional<Long> load(byte[] digest) {
    return jdbc.sql("select user_id from api_key where digest = :digest and revoked_at is null")
        .param("digest", digest)
        .query(Long.class)
        .optional();
  }

  /** Forgets what is in memory; keys change rarely. */
  void forget() {
    userByDigest.invalidateAll();
  }

  private void tell(long userId, long keyId, String what, Actor actor) {
    AccountCache.afterCommit(this::forget);
    journal.append(
        new NewEntry(
            "user.changed",
            users.area(userId),
            new Subject("user", Long.toString(userId)),
            null,
            null,
            actor,
            Map.of("userId", userId, "what", what, "keyId", keyId)));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
