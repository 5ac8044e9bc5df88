package org.gridward.gis.streets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.gridward.gis.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreetFileTests {

  @TempDir Path folder;

  private Path written(StreetGraph graph) throws IOException {
    Path file = folder.resolve("streets");
    new StreetFile(graph, "© 制图者").write(file);
    return file;
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    StreetGraph graph = new MadeUpStreets(3, 40, 90).graph();
    StreetFile read = StreetFile.read(written(graph));
    assertThat(read.attribution()).isEqualTo("© 制图者");
    assertThat(read.graph()).usingRecursiveComparison().isEqualTo(graph);
    assertThat(graph.edges()).isEqualTo(90);
    Path empty = written(new StreetGraphBuilder().build());
    assertThat(StreetFile.read(empty).graph().edges()).isZero();
  }

  @Test
  void refusesEveryDamagedFileInItsOwnWords() throws IOException {
    Path file = written(new MadeUpStreets(4, 20, 30).graph());
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(9);
    for (int i = 0; i < 3_000; i++) {
      byte[] bad =
          Arrays.copyOf(good, random.nextInt(3) == 0 ? random.nextInt(good.length) : good.length);
      int changes = bad.length == good.length ? 1 + random.nextInt(3) : 0;
      for (int change = 0; change < changes; change++) {
        // most in the head, where the counts are
        int at = random.nextInt(random.nextBoolean() ? 40 : bad.length);
        bad[at] ^= (byte) (1 + random.nextInt(255));
      }
      if (Arrays.equals(good, bad)) {
        continue;
      }
      Files.write(file, bad);
      assertThatThrownBy(() -> StreetFile.read(file)).isInstanceOf(UnreadableFile.class);
    }
  }
}
