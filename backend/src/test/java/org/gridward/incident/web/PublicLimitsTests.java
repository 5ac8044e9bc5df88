package org.gridward.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.gridward.incident.web.PublicLimits.Settings;
import org.gridward.shared.web.UseLimit.TooManyFromHere;
import org.junit.jupiter.api.Test;

class PublicLimitsTests {

  private final PublicLimits limits = new PublicLimits(new Settings(3, 2, 1));

  private void reportThreeTimesFrom(String address) {
    for (int i = 0; i < 3; i++) {
      limits.countReport(address);
    }
  }

  @Test
  void refusesTheOneTooManyAndSaysWhenToComeBack() {
    reportThreeTimesFrom("192.0.2.1");
    TooManyFromHere refused =
        catchThrowableOfType(TooManyFromHere.class, () -> limits.countReport("192.0.2.1"));
    assertThat(refused.code()).isEqualTo("too-many-requests");
    assertThat((long) refused.fields().get("retryAfterSeconds")).isBetween(1L, 201L);
  }

  @Test
  void addressesAndUsesHaveLimitsOfTheirOwn() {
    reportThreeTimesFrom("192.0.2.1");
    assertThatCode(() -> limits.countReport("192.0.2.2")).doesNotThrowAnyException();
    assertThatCode(() -> limits.countUpload("192.0.2.1")).doesNotThrowAnyException();
    assertThatCode(() -> limits.countLookup("192.0.2.1")).doesNotThrowAnyException();
  }

  @Test
  void anIpv6NetworkCountsAsOne() {
    reportThreeTimesFrom("2001:db8:1:2::1");
    assertThat(
            catchThrowableOfType(
                TooManyFromHere.class, () -> limits.countReport("2001:db8:1:2:ffff::9")))
        .isNotNull();
    assertThatCode(() -> limits.countReport("2001:db8:1:3::1")).doesNotThrowAnyException();
  }
}
