package org.gridward.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a digest and the entries after it. Each field is preceded by its length, so that no
 * two different rows read the same; an absent field has the length -1.
 */
final class EntryDigest {

  private final MessageDigest digest;
  private long entries;

  EntryDigest(byte[] before) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    digest.update(before);
  }

  void add(@Nullable String... fields) {
    entries++;
    for (String field : fields) {
      byte[] bytes = field == null ? null : field.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(0, bytes == null ? -1 : bytes.length));
      if (bytes != null) {
        digest.update(bytes);
      }
    }
  }

  long entries() {
    return entries;
  }

  /** The digest; asked for once, at the end. */
  byte[] value() {
    return digest.digest();
  }
}
