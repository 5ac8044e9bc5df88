package org.gridward.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmtilesFileTests {

  @TempDir Path folder;

  @Test
  void numbersTilesAsTheSpecificationDoes() {
    assertThat(TileId.of(0, 0, 0)).isZero();
    assertThat(TileId.of(1, 0, 0)).isEqualTo(1);
    assertThat(TileId.of(1, 0, 1)).isEqualTo(2);
    assertThat(TileId.of(1, 1, 1)).isEqualTo(3);
    assertThat(TileId.of(1, 1, 0)).isEqualTo(4);
    assertThat(TileId.of(2, 0, 0)).isEqualTo(5);
    assertThat(TileId.of(12, 3423, 1763)).isEqualTo(19_078_479);
  }

  @Test
  void numbersEachTileOfAZoomOnceAndNeighboursInARow() {
    Set<Long> seen = new HashSet<>();
    long[][] at = new long[1024][];
    for (int x = 0; x < 32; x++) {
      for (int y = 0; y < 32; y++) {
        long id = TileId.of(5, x, y) - TileId.of(5, 0, 0);
        assertThat(seen.add(id)).isTrue();
        at[(int) id] = new long[] {x, y};
      }
    }
    for (int i = 1; i < at.length; i++) {
      assertThat(Math.abs(at[i][0] - at[i - 1][0]) + Math.abs(at[i][1] - at[i - 1][1]))
          .isEqualTo(1);
    }
  }

  @Test
  void readsWhatEveryMapMustSay() throws IOException {
    byte[] map = TestTiles.write(new TreeMap<>(Map.of(0L, new byte[] {1})), 1);
    Path file = Files.write(folder.resolve("plain.pmtiles"), map);
    try (PmtilesFile tiles = PmtilesFile.open(file)) {
      assertThat(tiles.attribution()).isEmpty();
    }
    Files.write(file, TestTiles.withMetadata(map, "{\"attribution\": \"Made-up city\"}"));
    try (PmtilesFile tiles = PmtilesFile.open(file)) {
      assertThat(tiles.attribution()).contains("Made-up city");
    }
    Files.write(file, TestTiles.withMetadata(map, "no JSON"));
    try (PmtilesFile tiles = PmtilesFile.open(file)) {
      assertThatThrownBy(tiles::attribution).isInstanceOf(IOException.class);
    }
  }

  @Test
  void findsEveryTileAndNoOther() throws IOException {
    Random random = new Random(3);
    for (int perLeaf : new int[] {1, 7, 500}) {
      TreeMap<Long, byte[]> tiles = new TreeMap<>();
      for (int i = 0; i < 400; i++) {
        tiles.put(
            TileId.of(6, random.nextInt(64), random.nextInt(64)),
            ("tile " + i).getBytes(StandardCharsets.UTF_8));
      }
      Path file = Files.write(folder.resolve("map"), TestTiles.write(tiles, perLeaf));
      try (PmtilesFile map = PmtilesFile.open(file)) {
        for (int x = 0; x < 64; x++) {
          for (int y = 0; y < 64; y++) {
            byte[] wanted = tiles.get(TileId.of(6, x, y));
            var found = map.find(6, x, y);
            assertThat(found.isPresent()).isEqualTo(wanted != null);
            if (wanted != null) {
              assertThat(unpacked(found.get())).isEqualTo(wanted);
            }
          }
        }
      }
    }
  }

  @Test
  void hasNothingOutsideTheWorld() throws IOException {
    try (PmtilesFile map = PmtilesFile.open(small())) {
      assertThat(map.find(0, 0, 0)).isPresent();
      assertThat(map.find(0, 1, 0)).isEmpty();
      assertThat(map.find(3, -1, 0)).isEmpty();
      assertThat(map.find(99, 0, 0)).isEmpty();
    }
  }

  @Test
  void answersOrExplainsWhateverTheBytesAre() throws IOException {
    byte[] good = Files.readAllBytes(small());
    Random random = new Random(11);
    for (int round = 0; round < 3_000; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i <= random.nextInt(6); i++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(bad.length) : bad.length;
      Path file = Files.write(folder.resolve("bad"), java.util.Arrays.copyOf(bad, length));
      try (PmtilesFile map = PmtilesFile.open(file)) {
        for (int x = 0; x < 8; x++) {
          map.find(3, x, random.nextInt(8));
        }
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void refusesWhatIsNoMap() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "no map at all ".repeat(20));
    assertThatThrownBy(() -> PmtilesFile.open(file)).hasMessage("it is no PMTiles file");
  }

  private Path small() throws IOException {
    TreeMap<Long, byte[]> tiles = new TreeMap<>();
    for (long id = 0; id < 85; id += 2) {
      tiles.put(id, ("tile " + id).getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve("small"), TestTiles.write(tiles, 5));
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  }
}
