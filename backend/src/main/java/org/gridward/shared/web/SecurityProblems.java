package org.gridward.shared.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** The refusals of those who are unknown or may not. */
public final class SecurityProblems {

  private SecurityProblems() {}

  /** Nobody is signed in, or the key is not valid (any more). */
  public static ProblemBody notSignedIn() {
    return new ProblemBody(
        HttpStatus.UNAUTHORIZED,
        "not-signed-in",
        "sign in at /signin or send a valid API key as 'Authorization: Bearer gw_…'",
        Map.of());
  }

  /** Known, but not allowed. */
  public static ProblemBody notAllowed() {
    return new ProblemBody(
        HttpStatus.FORBIDDEN, "not-allowed", "your roles do not allow this", Map.of());
  }

  /** A change asked for by a browser without the token that proves it came from our pages. */
  public static ProblemBody csrf() {
    return new ProblemBody(
        HttpStatus.FORBIDDEN,
        "csrf-token-missing",
        "send the cookie XSRF-TOKEN's value as the header X-XSRF-TOKEN (GET /api/session sets it)",
        Map.of());
  }
}
