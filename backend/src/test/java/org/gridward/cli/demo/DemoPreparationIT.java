package org.gridward.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gridward.identity.Users;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PostgisTest
class DemoPreparationIT {

  private static final Instant NOW = Instant.parse("2026-08-01T10:00:00Z");

  @Autowired Users users;
  @TempDir Path folder;
  private final List<String> pasts = new ArrayList<>();

  /** A row that was taken may not come again with other words, or the demo never starts. */
  @Test
  void goesOnWithThePastThatItHadBegunWith() {
    for (Duration later : List.of(Duration.ZERO, Duration.ofDays(1))) {
      Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
      assertThatThrownBy(() -> new DemoPreparation(users, clock, this::endsEarly).run(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("import incidents");
    }
    assertThat(pasts).hasSize(2);
    assertThat(pasts.getLast()).isEqualTo(pasts.getFirst());
  }

  private int endsEarly(List<String> words) {
    if (!words.get(1).equals("incidents")) {
      return 0;
    }
    try {
      pasts.add(Files.readString(Path.of(words.get(2))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 2;
  }
}
