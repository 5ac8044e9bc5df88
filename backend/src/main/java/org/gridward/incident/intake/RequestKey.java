package org.gridward.incident.intake;

import java.util.Arrays;

/**
 * What makes two requests the same one: the caller, the caller's key, and a keyed digest of what
 * was asked.
 */
record RequestKey(String caller, String key, byte[] digest) {

  /** Names the request, whatever was asked. */
  record Name(String caller, String key) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      int byCaller = caller.compareTo(other.caller);
      return byCaller != 0 ? byCaller : key.compareTo(other.key);
    }
  }

  Name name() {
    return new Name(caller, key);
  }

  boolean asksTheSameAs(byte[] otherDigest) {
    return Arrays.equals(digest, otherDigest);
  }
}
