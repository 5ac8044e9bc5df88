package org.gridward.gis.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerNamesTests {

  @Test
  void noTwoAreAlikeAndAllReadInBothLanguages() {
    List<String> names = IntStream.rangeClosed(1, 5000).mapToObj(WorkerNames::of).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .allMatch(name -> name.matches("\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+ \\p{IsHan}{2}( \\d+)?"));
  }
}
