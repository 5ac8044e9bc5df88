package org.gridward.shared;

import org.jspecify.annotations.Nullable;

/**
 * Who did it, as the journal keeps it: {@code user:12}, {@code resident} or {@code system}. Never a
 * name; names are looked up by those who may see them.
 */
public record Actor(String value) {

  /** A resident without an account. */
  public static final Actor RESIDENT = new Actor("resident");

  /** The server itself: timers, rules, imports run from the command line. */
  public static final Actor SYSTEM = new Actor("system");

  public static Actor user(long userId) {
    return new Actor("user:" + userId);
  }

  /** The user's id, or null when the actor is no user. */
  public @Nullable Long userId() {
    return value.startsWith("user:") ? Long.valueOf(value.substring(5)) : null;
  }

  @Override
  public String toString() {
    return value;
  }
}
