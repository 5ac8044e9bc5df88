package org.gridward.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes ids that sort by the time they were made: UUID version 7, RFC 9562 section 5.7.
 * Thread-safe.
 */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new id for something that happened at {@code at}; millisecond order, 74 random bits. */
  public static UUID newId(Instant at) {
    long random = RANDOM.nextLong();
    long high = at.toEpochMilli() << 16 | 0x7000L | random & 0x0fffL;
    long low = RANDOM.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
