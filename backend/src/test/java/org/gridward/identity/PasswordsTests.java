package org.gridward.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTests {

  private final Passwords passwords = new Passwords();

  @Test
  void whoeverHasNoDigestCostsAsMuchAsWhoHasOne() {
    String digest = passwords.digest("ada", "a long operator phrase");

    assertThat(Passwords.NOBODYS).hasSameSizeAs(digest);
    assertThat(Passwords.NOBODYS.substring(0, 7)).isEqualTo(digest.substring(0, 7));
    assertThat(new BCryptPasswordEncoder().matches("-", Passwords.NOBODYS)).isFalse();
    assertThat(BCrypt.hashpw("-", Passwords.NOBODYS)).isNotEqualTo(Passwords.NOBODYS);
    assertThat(passwords.matches("-", null)).isFalse();
    assertThat(passwords.matches("a long operator phrase", digest)).isTrue();
  }
}
