package org.gridward.incident.contact;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.gridward.shared.WrongSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys for one purpose each, derived by HKDF-SHA256 (RFC 5869) from the installation's secret,
 * {@code gridward.secret-key}: at least 32 random bytes in Base64.
 */
@Component
public class SecretKeys {

  private static final int MIN_BYTES = 32;

  private final byte[] secret;

  SecretKeys(@Value("${gridward.secret-key:}") String secretKey) {
    this.secret = decode(secretKey.strip());
  }

  private static byte[] decode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw new WrongSetting("GRIDWARD_SECRET_KEY is not Base64.");
    }
    if (bytes.length < MIN_BYTES) {
      throw new WrongSetting(
          "GRIDWARD_SECRET_KEY must be at least 32 random bytes in Base64, not %d; make one with"
                  .formatted(bytes.length)
              + " 'openssl rand -base64 32' and keep it: contacts are lost without it.");
    }
    return bytes;
  }

  /** The 256-bit key for {@code purpose}. */
  public SecretKey derive(String algorithm, String purpose) {
    try {
      HKDFParameterSpec spec =
          HKDFParameterSpec.ofExtract()
              .addIKM(secret)
              .thenExpand(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8), 32);
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
