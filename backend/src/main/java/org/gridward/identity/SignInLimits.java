package org.gridward.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may try to sign in, to one account and in all. In memory of this node. */
@Component
class SignInLimits {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perLogin;
  private final int perAddress;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(WINDOW.multipliedBy(2)).build();

  SignInLimits(
      @Value("${gridward.identity.sign-ins-per-minute-and-login:20}") int perLogin,
      @Value("${gridward.identity.sign-ins-per-minute:200}") int perAddress) {
    this.perLogin = perLogin;
    this.perAddress = perAddress;
  }

  void check(String address, String login) {
    take(address, perAddress);
    take(address + ' ' + login, perLogin);
  }

  private void take(String key, int allowed) {
    var probe = buckets.get(key, _ -> bucket(allowed)).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw AccountProblems.tooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private static Bucket bucket(int allowed) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, WINDOW))
        .build();
  }
}
