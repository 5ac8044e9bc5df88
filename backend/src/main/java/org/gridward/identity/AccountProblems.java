package org.gridward.identity;

import java.time.Duration;
import java.util.Map;
import org.gridward.shared.Problem;

/** The refusals of this module. */
final class AccountProblems {

  private AccountProblems() {}

  static Problem unknownUser(long id) {
    return new Problem.NotFound("unknown-user", "there is no user " + id, Map.of("id", id));
  }

  static Problem loginTaken(String login) {
    return new Problem.Conflict(
        "login-taken",
        "the login '" + login + "' is taken; choose another",
        Map.of("login", login));
  }

  static Problem invalidLogin(String login) {
    return new Problem.Rejected(
        "invalid-login",
        "login ('"
            + login
            + "') must be 1 to 64 characters of a-z, 0-9, '.', '_', '-', '@', beginning with a"
            + " letter or digit",
        Map.of("login", login));
  }

  static Problem invalidName() {
    return new Problem.Rejected("invalid-name", "name must have 1 to 200 characters", Map.of());
  }

  static Problem weakPassword(String why) {
    return new Problem.Rejected("weak-password", "the password " + why, Map.of());
  }

  static Problem signInFailed() {
    return new SignInFailed();
  }

  static Problem locked(Duration remaining) {
    return new Problem.TooMany(
        "locked",
        "too many failed sign-ins: this account is locked for %d more minutes"
            .formatted(Math.max(1, remaining.toMinutes())),
        Map.of("retryAfterSeconds", Math.max(1, remaining.toSeconds())));
  }

  static Problem tooManyAttempts(Duration wait) {
    return new Problem.TooMany(
        "too-many-attempts",
        "too many sign-ins from here; try again in %d s".formatted(Math.max(1, wait.toSeconds())),
        Map.of("retryAfterSeconds", Math.max(1, wait.toSeconds())));
  }
}
