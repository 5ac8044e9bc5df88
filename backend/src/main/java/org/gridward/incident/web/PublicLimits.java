package org.gridward.incident.web;

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
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * How often one address may use what needs no account. Per node and in memory: a limit against
 * floods, not an account. An IPv6 address counts as its /64, which one customer gets.
 */
@Component
@EnableConfigurationProperties(PublicLimits.Settings.class)
class PublicLimits {

  private static final int MAX_ADDRESSES = 100_000;
  private static final Duration PERIOD = Duration.ofMinutes(10);

  /** Uses in ten minutes, per address. */
  @ConfigurationProperties("gridward.public-limits")
  record Settings(
      @DefaultValue("20") int reports,
      @DefaultValue("60") int uploads,
      @DefaultValue("300") int lookups) {}

  /** Too much came from this address. */
  static final class TooManyFromHere extends Problem.TooMany {
    TooManyFromHere(long seconds) {
      super(
          "too-many-requests",
          "too many requests from your address; try again in %d s".formatted(seconds),
          Map.of("retryAfterSeconds", seconds));
    }
  }

  private final Cache<String, Bucket> reports = addresses();
  private final Cache<String, Bucket> uploads = addresses();
  private final Cache<String, Bucket> lookups = addresses();
  private final Settings settings;

  PublicLimits(Settings settings) {
    this.settings = settings;
  }

  private static Cache<String, Bucket> addresses() {
    return Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterAccess(PERIOD).build();
  }

  void countReport(String address) {
    take(reports, address, settings.reports());
  }

  void countUpload(String address) {
    take(uploads, address, settings.uploads());
  }

  void countLookup(String address) {
    take(lookups, address, settings.lookups());
  }

  private static void take(Cache<String, Bucket> buckets, String address, int uses) {
    Bucket bucket = buckets.get(network(address), unused -> bucket(uses));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyFromHere(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }
  }

  private static Bucket bucket(int uses) {
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
