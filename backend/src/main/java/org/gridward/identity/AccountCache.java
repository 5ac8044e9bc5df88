package org.gridward.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Users in memory, so that a request costs no query for its caller. A change in this process drops
 * the user after its commit; a change in another process does so through the journal; and nothing
 * is kept for longer than a few minutes.
 */
@Component
class AccountCache {

  private final AccountRows rows;
  private final Cache<Long, Optional<KnownUser>> users =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(5)).build();

  AccountCache(AccountRows rows) {
    this.rows = rows;
  }

  Optional<KnownUser> find(long userId) {
    return users.get(userId, rows::find);
  }

  /** Forgets the user, after the commit when there is a transaction. */
  void forget(long userId) {
    afterCommit(() -> users.invalidate(userId));
  }

  static void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            action.run();
          }
        });
  }
}
