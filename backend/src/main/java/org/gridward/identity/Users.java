package org.gridward.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.shared.Actor;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts: who exists, what each may do and where. Thread-safe. */
@Component
public class Users {

  /**
   * Makes an account without any role.
   *
   * @param password null for an account that cannot sign in with a password yet
   */
  public User create(String login, String name, @Nullable String password, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Gives a role in an area; nothing happens when it is held already. */
  public void grant(long userId, Role role, AreaPath area, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Takes a role in an area; nothing happens when it is not held. */
  public void revoke(long userId, Role role, AreaPath area, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Replaces every grant of the user. */
  public void setGrants(long userId, Set<Grant> grants, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Sets the password, lifts a lock and ends the user's sessions. */
  public void setPassword(long userId, String password, Actor actor) {
    throw new UnsupportedOperationException();
  }

  public Optional<User> find(long userId) {
    throw new UnsupportedOperationException();
  }

  /** By login, in any case of letters. */
  public Optional<User> findByLogin(String login) {
    throw new UnsupportedOperationException();
  }

  /** The users who hold a role in {@code scope} or below; for the root also those without any. */
  public List<User> list(AreaPath scope) {
    throw new UnsupportedOperationException();
  }

  /** The user as a caller with the roles held now, from memory; empty when disabled or unknown. */
  public Optional<Caller> findCaller(long userId) {
    throw new UnsupportedOperationException();
  }
}
