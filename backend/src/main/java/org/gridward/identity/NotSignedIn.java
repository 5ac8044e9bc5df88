package org.gridward.identity;

import org.springframework.security.core.AuthenticationException;

/** Nobody is signed in, and this needs somebody: 401. */
public final class NotSignedIn extends AuthenticationException {

  public NotSignedIn() {
    super("sign in first");
  }
}
