package org.gridward.identity;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridward.journal.Journal;
import org.gridward.journal.NewEntry;
import org.gridward.journal.Subject;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts: who exists, what each may do and where. Thread-safe. */
@Service
public class Users {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  private final AccountRows rows;
  private final AccountCache cache;
  private final Passwords passwords;
  private final Journal journal;
  private final Clock clock;

  Users(AccountRows rows, AccountCache cache, Passwords passwords, Journal journal, Clock clock) {
    this.rows = rows;
    this.cache = cache;
    this.passwords = passwords;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Makes an account without any role.
   *
   * @param password null for an account that cannot sign in with a password yet
   */
  @Transactional
  public User create(String login, String name, @Nullable String password, Actor actor) {
    String normal = normalise(login);
    if (!LOGIN.matcher(normal).matches()) {
      throw AccountProblems.invalidLogin(login);
    }
    String digest = password == null ? null : passwords.digest(normal, password);
    long id =
        rows.insert(normal, checkName(name), digest, clock.instant())
            .orElseThrow(() -> AccountProblems.loginTaken(normal));
    tell("user.created", id, AreaPath.ROOT, "created", actor);
    return get(id);
  }

  /** Gives a role in an area; nothing happens when it is held already. */
  @Transactional
  public void grant(long userId, Role role, AreaPath area, Actor actor) {
    KnownUser user = known(userId);
    if (rows.insertGrant(userId, new Grant(role, area))) {
      tell(
          "user.changed",
          userId,
          user.user().grants().isEmpty() ? area : user.area(),
          "grants",
          actor);
    }
  }

  /** Takes a role in an area; nothing happens when it is not held. */
  @Transactional
  public void revoke(long userId, Role role, AreaPath area, Actor actor) {
    KnownUser user = known(userId);
    if (rows.deleteGrants(userId, Set.of(new Grant(role, area)))) {
      tell("user.changed", userId, user.area(), "grants", actor);
    }
  }

  /** Replaces every grant of the user. */
  @Transactional
  public void setGrants(long userId, Set<Grant> grants, Actor actor) {
    KnownUser user = known(userId);
    Set<Grant> taken = new HashSet<>(user.user().grants());
    taken.removeAll(grants);
    boolean changed = rows.deleteGrants(userId, taken);
    for (Grant grant : grants) {
      changed |= rows.insertGrant(userId, grant);
    }
    if (changed) {
      tell("user.changed", userId, user.area(), "grants", actor);
    }
  }

  /** Changes the name and whether the account may be used at all. */
  @Transactional
  public User update(long userId, String name, boolean enabled, Actor actor) {
    KnownUser user = known(userId);
    rows.update(userId, checkName(name), enabled);
    String what = user.user().enabled() == enabled ? "name" : enabled ? "enabled" : "disabled";
    tell("user.changed", userId, user.area(), what, actor);
    return get(userId);
  }

  /** Sets the password, lifts a lock and ends the user's sessions. */
  @Transactional
  public void setPassword(long userId, String password, Actor actor) {
    KnownUser user = known(userId);
    rows.setDigest(userId, passwords.digest(user.user().login(), password));
    tell("user.changed", userId, user.area(), "password", actor);
  }

  /** True when this is the user's password; counts neither failures nor locks. */
  public boolean isPassword(long userId, String password) {
    return rows.findCredentials(get(userId).login())
        .map(known -> passwords.matches(password, known.digest()))
        .orElse(false);
  }

  /** The user as stored now. */
  public User get(long userId) {
    return known(userId).user();
  }

  private KnownUser known(long userId) {
    return rows.find(userId).orElseThrow(() -> AccountProblems.unknownUser(userId));
  }

  /** The user as stored now. */
  public Optional<User> find(long userId) {
    return rows.find(userId).map(KnownUser::user);
  }

  /** The user from memory, as it was a few minutes ago at the most. */
  Optional<User> findKnown(long userId) {
    return cache.find(userId).map(KnownUser::user);
  }

  /** By login, in any case of letters. */
  public Optional<User> findByLogin(String login) {
    return rows.findId(normalise(login)).flatMap(this::find);
  }

  /** The users who hold a role in {@code scope} or below; for the root also those without any. */
  public List<User> list(AreaPath scope) {
    return rows.list(scope).stream().map(KnownUser::user).toList();
  }

  /** The user as a caller with the roles held now, from memory; empty when disabled or unknown. */
  public Optional<Caller> findCaller(long userId) {
    return cache.find(userId).filter(known -> known.user().enabled()).map(KnownUser::caller);
  }

  /** The same, for a session that began under {@code credentialsVersion}; empty when that ended. */
  public Optional<Caller> findCaller(long userId, int credentialsVersion) {
    return cache
        .find(userId)
        .filter(known -> known.credentialsVersion() == credentialsVersion)
        .filter(known -> known.user().enabled())
        .map(KnownUser::caller);
  }

  /** Which of the user's passwords is the current one: sessions keep it to know when they end. */
  public int credentialsVersion(long userId) {
    return known(userId).credentialsVersion();
  }

  /** Where the journal tells of the user. */
  AreaPath area(long userId) {
    return known(userId).area();
  }

  static String normalise(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  private static String checkName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > 200) {
      throw AccountProblems.invalidName();
    }
    return stripped;
  }

  private void tell(String kind, long userId, AreaPath area, String what, Actor actor) {
    cache.forget(userId);
    journal.append(
        new NewEntry(
            kind,
            area,
            new Subject("user", Long.toString(userId)),
            null,
            null,
            actor,
            Map.of("userId", userId, "what", what)));
  }
}
