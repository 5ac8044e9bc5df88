package org.gridward.identity;

import org.gridward.shared.Actor;
import org.springframework.stereotype.Component;

/** Bearer tokens for other programs; each acts as its user. Only their digests are kept. */
@Component
public class ApiKeys {

  /**
   * A new key.
   *
   * @param token starts with {@code gw_}; can never be shown again
   */
  public record NewApiKey(long id, String token) {}

  /** Makes a key that acts as the user. */
  public NewApiKey create(long userId, String label, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Ends the key at once; nothing happens when it has ended already. */
  public void revoke(long keyId, Actor actor) {
    throw new UnsupportedOperationException();
  }
}
