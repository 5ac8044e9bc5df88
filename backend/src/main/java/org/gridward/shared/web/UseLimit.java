package org.gridward.shared.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.gridward.shared.Problem;

/**
 * How often one address may use something that needs no account. Per node and in memory: a limit
 * against floods, not an account. An IPv6 address counts as its /64, which one customer gets.
 * Thread-safe.
 */
public final class UseLimit {

  private static final int MAX_ADDRESSES = 100_000;
  private static final Duration PERIOD = Duration.ofMinutes(10);

  /** Too much came from this address: {@code too-many-requests} (429). */
  public static final class TooManyFromHere extends Problem.TooMany {
    TooManyFromHere(long seconds) {
      super(
          "too-many-requests",
          "too many requests from your address; try again in %d s".formatted(seconds),
          Map.of("retryAfterSeconds", seconds));
    }
  }

  private final int uses;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterAccess(PERIOD).build();

  /**
   * @param uses in ten minutes
   */
  public UseLimit(int uses) {
    this.uses = uses;
  }

  /** Counts one use. Throws {@link TooManyFromHere} where there were too many. */
  public void count(String address) {
    Bucket bucket = buckets.get(network(address), _ -> bucket());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyFromHere(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(uses).refillGreedy(uses, PERIOD))
        .build();
  }

  private static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length == 16 ? 8 : 4));
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
