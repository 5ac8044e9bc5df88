package org.gridward.basemap.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasemapFileTests {

  @TempDir Path data;

  @Test
  void refusesWhatIsNoExtractAndLeavesNothing() throws IOException {
    Path text = Files.writeString(data.resolve("text.osm.pbf"), "no extract, only a text");
    assertThatThrownBy(() -> new BasemapFile(data, BasemapFile.OPENSTREETMAP).make(text))
        .isInstanceOf(NotPossible.class)
        .hasMessageContaining("text.osm.pbf is not an OpenStreetMap extract");
    assertThatThrownBy(
            () -> new BasemapFile(data, BasemapFile.OPENSTREETMAP).make(data.resolve("missing")))
        .hasMessageContaining("does not exist");
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left).containsExactly(text);
    }
  }

  @Test
  void keepsTheOldMapWhenTheExtractIsDamaged() throws IOException {
    Path old = Files.writeString(data.resolve("basemap.pmtiles"), "old");
    byte[] bytes = new byte[4000];
    System.arraycopy("\0\0\0\r\n\tOSMHeader".getBytes("ISO-8859-1"), 0, bytes, 0, 15);
    Path damaged = Files.write(data.resolve("damaged.osm.pbf"), bytes);
    assertThatThrownBy(() -> new BasemapFile(data, BasemapFile.OPENSTREETMAP).make(damaged))
        .isInstanceOf(Exception.class);
    assertThat(old).hasContent("old");
  }

  @Test
  void makesAMapOfARealCity() throws IOException {
    Path made = new BasemapFile(data, BasemapFile.OPENSTREETMAP).make(realExtract());
    assertThat(Files.size(made)).isGreaterThan(100_000);
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left).containsExactly(made);
    }
  }

  private static Path realExtract() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data/nyc/lower-manhattan.osm.pbf");
      if (Files.exists(file)) {
        return file;
      }
    }
    return Assumptions.abort("shared/data/nyc/lower-manhattan.osm.pbf is not there: skipped");
  }
}
