package org.gridward.identity;

import java.util.Map;
import org.gridward.shared.Problem;

/** Login and password do not belong together; which of them is wrong is not told. 401. */
public final class SignInFailed extends Problem.Unauthenticated {

  SignInFailed() {
    super("sign-in-failed", "login or password is wrong", Map.of());
  }
}
