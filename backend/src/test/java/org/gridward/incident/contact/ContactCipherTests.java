package org.gridward.incident.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.gridward.incident.Contact;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ContactCipherTests {

  private static final Contact CONTACT = new Contact("Lin Wei 林伟", "+86 10 5555 0100");

  private final UUID report = UUID.randomUUID();
  private final ContactCipher cipher = cipher((byte) 1);

  private static ContactCipher cipher(byte fill) {
    return new ContactCipher(keys(fill), JsonMapper.shared());
  }

  private static SecretKeys keys(byte fill) {
    byte[] secret = new byte[32];
    java.util.Arrays.fill(secret, fill);
    return new SecretKeys(Base64.getEncoder().encodeToString(secret));
  }

  @Test
  void opensWhatItSealed() {
    assertThat(cipher.decrypt(report, cipher.encrypt(report, CONTACT))).isEqualTo(CONTACT);
  }

  @Test
  void sealsTheSameContactDifferentlyEachTimeAndShowsNothingOfIt() {
    byte[] sealed = cipher.encrypt(report, CONTACT);
    assertThat(sealed).isNotEqualTo(cipher.encrypt(report, CONTACT)).startsWith((byte) 1);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Lin", "5555");
  }

  @Test
  void doesNotOpenForAnotherReport() {
    byte[] sealed = cipher.encrypt(report, CONTACT);
    assertThatThrownBy(() -> cipher.decrypt(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void doesNotOpenWithAnotherSecretOrWhenChanged() {
    byte[] sealed = cipher.encrypt(report, CONTACT);
    assertThatThrownBy(() -> cipher((byte) 2).decrypt(report, sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[20] ^= 1;
    assertThatThrownBy(() -> cipher.decrypt(report, sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("Lin");
  }

  @Test
  void refusesASecretThatIsTooShortOrNoBase64() {
    assertThatThrownBy(() -> new SecretKeys("c2hvcnQ="))
        .hasMessageContaining("32 random bytes")
        .hasMessageContaining("openssl rand -base64 32");
    assertThatThrownBy(() -> new SecretKeys("%%%")).hasMessageContaining("Base64");
  }

  @Test
  void aContactSaysNothingInLogs() {
    assertThat(CONTACT.toString()).doesNotContain("Lin").doesNotContain("5555");
  }

  @Test
  void trackingCodesAreTheSameForOneReportAndDigestHoweverTheyAreTyped() {
    TrackingCodes codes = new TrackingCodes(keys((byte) 1));
    String code = codes.of(report);
    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
    assertThat(codes.of(report)).isEqualTo(code);
    assertThat(codes.of(UUID.randomUUID())).isNotEqualTo(code);
    assertThat(TrackingCodes.digest(code.toLowerCase().replace('-', ' ').replace('0', 'o')))
        .isEqualTo(TrackingCodes.digest(code));
  }
}
