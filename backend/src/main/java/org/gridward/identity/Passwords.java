package org.gridward.identity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Digests passwords with bcrypt and says which are good enough. */
@Component
class Passwords {

  static final int SHORTEST = 8;

  /** bcrypt looks at no more bytes than these. */
  static final int LONGEST_BYTES = 72;

  /** Of random bytes that nobody has kept, at {@link #COST}: nothing matches it. */
  static final String NOBODYS = "$2a$10$ZbwPmniG2dKHcfX2jXZ.G.EflAcym0X.R5HnO3raTTjDy4FaNst8K";

  private static final int COST = 10;

  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);

  private String digested(String password) {
    String digest = bcrypt.encode(password);
    if (digest == null) {
      throw new IllegalStateException("no digest");
    }
    return digest;
  }

  /** The digest of an acceptable password. */
  String digest(String login, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw AccountProblems.weakPassword("must have at least " + SHORTEST + " characters");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw AccountProblems.weakPassword("must not be longer than " + LONGEST_BYTES + " bytes");
    }
    if (password.toLowerCase(Locale.ROOT).equals(login)) {
      throw AccountProblems.weakPassword("must not be the login");
    }
    return digested(password);
  }

  /** Compares; takes as long for an account without a digest as for one with it. */
  boolean matches(String password, @Nullable String digest) {
    boolean comparable =
        digest != null && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    return bcrypt.matches(comparable ? password : "-", comparable ? digest : NOBODYS) && comparable;
  }
}
