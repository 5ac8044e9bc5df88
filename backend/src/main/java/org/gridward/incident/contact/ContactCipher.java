package org.gridward.incident.contact;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.gridward.incident.Contact;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts contacts with AES-256-GCM. Layout: one byte key id, 12 bytes nonce, ciphertext with a
 * 128-bit tag. The report's id is authenticated with it, so a contact copied to another report does
 * not open. Thread-safe.
 */
@Component
public class ContactCipher {

  private static final byte KEY_ID = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final JsonMapper json;
  private final SecureRandom random = new SecureRandom();

  ContactCipher(SecretKeys keys, JsonMapper json) {
    this.key = keys.derive("AES", "gridward reporter contact 1");
    this.json = json;
  }

  public byte[] encrypt(UUID reportId, Contact contact) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, reportId, json.writeValueAsBytes(contact));
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(KEY_ID)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * The contact of this report.
   *
   * @throws IllegalStateException when it was encrypted with another secret, for another report, or
   *     has been changed
   */
  public Contact decrypt(UUID reportId, byte[] stored) {
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    if (buffer.get() != KEY_ID) {
      throw new IllegalStateException("contact of report " + reportId + " has an unknown key id");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return json.readValue(run(Cipher.DECRYPT_MODE, nonce, reportId, sealed), Contact.class);
  }

  private byte[] run(int mode, byte[] nonce, UUID reportId, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bytes(reportId));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("contact of report " + reportId + " does not open", e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
