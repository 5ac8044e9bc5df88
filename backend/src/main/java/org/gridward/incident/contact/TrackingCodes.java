package org.gridward.incident.contact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * The codes residents follow their reports with: 80 bits in Crockford's Base32 in groups of four,
 * {@code 7QK2-9D1M-0XPA-V4TB}. A code is a keyed hash of the report's id: nobody without the secret
 * can guess it, it is stored nowhere (only its digest is), and the same request sent twice gets the
 * same code. Thread-safe.
 */
@Component
public class TrackingCodes {

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;

  private final SecretKey key;

  TrackingCodes(SecretKeys keys) {
    this.key = keys.derive("HmacSHA256", "gridward tracking code 1");
  }

  /** The code of a report. */
  public String of(UUID reportId) {
    byte[] hash = hash(reportId);
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "").append(DIGITS.charAt(fiveBits(hash, i * 5)));
    }
    return code.toString();
  }

  private byte[] hash(UUID reportId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(
          ByteBuffer.allocate(16)
              .putLong(reportId.getMostSignificantBits())
              .putLong(reportId.getLeastSignificantBits())
              .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int fiveBits(byte[] bytes, int bit) {
    int window = (bytes[bit / 8] & 0xff) << 8 | bytes[bit / 8 + 1] & 0xff;
    return window >> 11 - bit % 8 & 31;
  }

  /** What is stored of a code; the same however people write it (case, dashes, O for 0). */
  public static byte[] digest(String code) {
    String plain =
        code.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    try {
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
