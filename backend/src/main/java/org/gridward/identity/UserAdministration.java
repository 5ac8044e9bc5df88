package org.gridward.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators may do to accounts. The bound is the administrator's own area on both sides:
 * nobody gives a role beyond it, and nobody touches an account that reaches beyond it, because
 * whoever can set an account's password or make a key for it holds its roles.
 */
@Service
public class UserAdministration {

  private final Users users;
  private final ApiKeys keys;

  UserAdministration(Users users, ApiKeys keys) {
    this.users = users;
    this.keys = keys;
  }

  /** The users with a role in the administrator's areas, by login. */
  public List<User> list(Caller administrator) {
    Map<Long, User> found = new LinkedHashMap<>();
    for (AreaPath scope : scopes(administrator)) {
      users.list(scope).forEach(user -> found.put(user.id(), user));
    }
    return List.copyOf(found.values());
  }

  /** Makes an account; without any grant only an administrator of the whole installation may. */
  @Transactional
  public User create(
      Caller administrator,
      String login,
      String name,
      @Nullable String password,
      Set<Grant> grants) {
    requireAll(administrator, grants);
    User user = users.create(login, name, password, administrator.actor());
    users.setGrants(user.id(), grants, administrator.actor());
    return users.get(user.id());
  }

  /** Changes what is not null. */
  @Transactional
  public User update(
      Caller administrator, long userId, @Nullable String name, @Nullable Boolean enabled) {
    User user = own(administrator, userId);
    if (Boolean.FALSE.equals(enabled)) {
      refuseOneself(administrator, userId);
    }
    return users.update(
        userId,
        name == null ? user.name() : name,
        enabled == null ? user.enabled() : enabled,
        administrator.actor());
  }

  /** Replaces the user's grants. */
  @Transactional
  public User setGrants(Caller administrator, long userId, Set<Grant> grants) {
    own(administrator, userId);
    requireAll(administrator, grants);
    refuseOneself(administrator, userId);
    users.setGrants(userId, grants, administrator.actor());
    return users.get(userId);
  }

  /** Sets another's password. */
  @Transactional
  public void setPassword(Caller administrator, long userId, String password) {
    own(administrator, userId);
    users.setPassword(userId, password, administrator.actor());
  }

  /** The keys that act as the user. */
  public List<ApiKeys.ApiKey> listKeys(Caller administrator, long userId) {
    return keys.list(own(administrator, userId).id());
  }

  /** Makes a key that acts as the user. */
  @Transactional
  public ApiKeys.NewApiKey createKey(Caller administrator, long userId, String label) {
    return keys.create(own(administrator, userId).id(), label, administrator.actor());
  }

  /** Ends a key. */
  @Transactional
  public void revokeKey(Caller administrator, long keyId) {
    scopes(administrator);
    own(administrator, keys.get(keyId).userId());
    keys.revoke(keyId, administrator.actor());
  }

  private static List<AreaPath> scopes(Caller administrator) {
    List<AreaPath> scopes = administrator.scopes(Role.ADMINISTRATOR);
    if (scopes.isEmpty()) {
      throw new NotAllowed(AreaPath.ROOT, Role.ADMINISTRATOR);
    }
    return scopes;
  }

  private User own(Caller administrator, long userId) {
    List<AreaPath> scopes = scopes(administrator);
    User user = users.get(userId);
    boolean visible =
        administrator.may(Role.ADMINISTRATOR, AreaPath.ROOT)
            || user.grants().stream()
                .anyMatch(grant -> scopes.stream().anyMatch(s -> s.contains(grant.area())));
    if (!visible) {
      throw AccountProblems.unknownUser(userId);
    }
    requireAll(administrator, user.grants());
    return user;
  }

  private static void requireAll(Caller administrator, Collection<Grant> grants) {
    if (grants.isEmpty()) {
      administrator.require(Role.ADMINISTRATOR, AreaPath.ROOT);
    }
    grants.forEach(grant -> administrator.require(Role.ADMINISTRATOR, grant.area()));
  }

  private static void refuseOneself(Caller administrator, long userId) {
    if (administrator.userId() == userId) {
      throw new Problem.Rejected(
          "own-account",
          "another administrator must do this to your own account, so that nobody is locked out",
          Map.of());
    }
  }
}
