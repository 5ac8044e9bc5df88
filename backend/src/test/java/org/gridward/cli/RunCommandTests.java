package org.gridward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTests {

  @TempDir Path folder;

  private final List<List<String>> ran = new ArrayList<>();

  private int run(String text, int... codes) throws IOException {
    RunCommand command =
        new RunCommand(
            words -> {
              ran.add(words);
              return codes[ran.size() - 1];
            });
    command.file = folder.resolve("city.txt");
    Files.writeString(command.file, text);
    return command.call();
  }

  @Test
  void runsLinesAsTheyWouldBeTyped() throws IOException {
    int code =
        run(
            """
            # the ground of the city
            import areas boroughs.geojson --level 'borough:Borough:区'

              import areas "my tracts.zip" \\
                --cell --code=BoroCT2010   # the cells
            import workers w.csv --zone ""
            """,
            0,
            0,
            0);

    assertThat(code).isZero();
    assertThat(ran)
        .containsExactly(
            List.of("import", "areas", "boroughs.geojson", "--level", "borough:Borough:区"),
            List.of("import", "areas", "my tracts.zip", "--cell", "--code=BoroCT2010"),
            List.of("import", "workers", "w.csv", "--zone", ""));
  }

  @Test
  void goesOnAfterFaultsAndStopsWhereACommandIsNotPossible() throws IOException {
    assertThat(run("one\ntwo\nthree\nfour", 0, 1, 2, 0)).isEqualTo(2);
    assertThat(ran).hasSize(3);
  }

  @Test
  void saysThatFaultsWereReported() throws IOException {
    assertThat(run("one\ntwo", 1, 0)).isEqualTo(1);
  }

  @Test
  void runsNothingOfAFileThatCannotBeRead() throws IOException {
    assertThatThrownBy(() -> run("one\n\ntwo 'open"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Line 3");
    assertThatThrownBy(() -> run("one\nrun other.txt"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Line 2");
    RunCommand missing = new RunCommand(words -> 0);
    missing.file = folder.resolve("none.txt");
    assertThatThrownBy(missing::call).isInstanceOf(Refusal.class).hasMessageContaining("none.txt");
    missing.file =
        Files.write(folder.resolve("gbk.txt"), "import 街道".getBytes(StandardCharsets.UTF_16LE));
    assertThatThrownBy(missing::call).isInstanceOf(Refusal.class).hasMessageContaining("UTF-8");
    assertThat(ran).isEmpty();
  }
}
