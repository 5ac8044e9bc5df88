package org.gridward.identity;

import java.security.Principal;
import java.util.Optional;
import org.gridward.identity.security.CallerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Finds the {@link Caller} of the request that the current thread serves. */
public final class CurrentCaller {

  private CurrentCaller() {}

  /**
   * The caller.
   *
   * @throws NotSignedIn when the request came from nobody we know (401)
   */
  public static Caller get() {
    return find().orElseThrow(NotSignedIn::new);
  }

  /** The caller; empty for a resident without an account, timers and commands. */
  public static Optional<Caller> find() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  /** The caller behind a principal, such as that of a WebSocket session. */
  public static Optional<Caller> of(@Nullable Principal principal) {
    return principal instanceof CallerAuthentication known
        ? Optional.of(known.getPrincipal())
        : Optional.empty();
  }

  /** True when the request came with an API key, that is from another program. */
  public static boolean usesApiKey() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication c
        && c.byApiKey();
  }
}
