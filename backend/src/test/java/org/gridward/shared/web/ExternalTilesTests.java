package org.gridward.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalTilesTests {

  @Test
  void areOffUnlessConfigured() {
    assertThat(new ExternalTiles("", "", 19).find()).isEmpty();
  }

  @Test
  void nameTheOneHostThatPagesMayAsk() {
    var source =
        new ExternalTiles("https://t.example:8443/a/{z}/{x}/{y}.png?k=1", "© T", 18).find();
    assertThat(source.orElseThrow().origin()).isEqualTo("https://t.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.example/{z}/{x}.png",
        "ftp://t.example/{z}/{x}/{y}",
        "/tiles/{z}/{x}/{y}",
        "https://t.example;script-src *//{z}/{x}/{y}",
        "https://{s}.example/{z}/{x}/{y}"
      })
  void refuseWhatIsNoAddressOfTiles(String url) {
    assertThatThrownBy(() -> new ExternalTiles(url, "© T", 18))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GRIDWARD_TILES_URL");
  }

  @Test
  void needAnAttribution() {
    assertThatThrownBy(() -> new ExternalTiles("https://t.example/{z}/{x}/{y}", " ", 18))
        .hasMessageContaining("GRIDWARD_TILES_ATTRIBUTION");
  }
}
