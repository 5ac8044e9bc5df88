package org.gridward.identity;

import java.util.List;

/**
 * An account.
 *
 * @param login lower case, unique
 * @param enabled a disabled account cannot sign in and its keys do not work
 */
public record User(long id, String login, String name, boolean enabled, List<Grant> grants) {

  public User {
    grants = List.copyOf(grants);
  }
}
