package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.io.WKTReader;

class ShapefileTests {
  private static final double[][] SHELL = {{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}};
  private static final double[][] HOLE = {{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}};
  private static final double[][] ISLAND = {{20, 0}, {20, 9}, {29, 9}, {29, 0}, {20, 0}};
  private static final double[][] OPEN = {{0, 0}, {0, 9}, {9, 9}};

  @TempDir Path folder;

  @Test
  void readsShapesAndRows() throws Exception {
    byte[] zip =
        new TestShapefile()
            .polygon("A", 1.5, SHELL, ISLAND, HOLE)
            .shape(new byte[4], "B", null)
            .polygon("C", 2_000_000, OPEN)
            .zip(StandardCharsets.UTF_8);
    List<FeatureReading> read = readAll(zip, ReadOptions.NONE);
    Feature first = (Feature) read.get(0);
    assertThat(first.attributes()).containsOnlyKeys("CODE", "SIZE");
    assertThat(first.text("SIZE")).isEqualTo("1.5");
    assertThat(
            first
                .geometry()
                .equalsTopo(
                    new WKTReader()
                        .read(
                            "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1)),"
                                + " ((20 0, 20 9, 29 9, 29 0, 20 0)))")))
        .isTrue();
    assertThat(((Feature) read.get(1)).geometry()).isNull();
    assertThat(((Feature) read.get(1)).text("SIZE")).isNull();
    assertThat(((Feature) read.get(2)).text("SIZE")).isEqualTo("2000000");
    assertThat(((Feature) read.get(2)).repairs()).hasSize(1);
  }

  @Test
  void takesAHoleWithoutAShellAsAShell() {
    byte[] zip = new TestShapefile().polygon("A", 1, HOLE).zip(StandardCharsets.UTF_8);
    Feature feature = (Feature) readAll(zip, ReadOptions.NONE).getFirst();
    assertThat(feature.geometry().getArea()).isEqualTo(1);
    assertThat(feature.repairs()).hasSize(1);
  }

  @Test
  void reportsABadShapeAndReadsOn() {
    byte[] wrongCount = TestShapefile.polygonBytes(SHELL);
    wrongCount[40] = 99;
    byte[] zip =
        new TestShapefile()
            .shape(wrongCount, "A", 1)
            .shape(new byte[] {31, 0, 0, 0}, "B", 1)
            .polygon("C", 1, new double[][] {{0, 0}, {1, 1}})
            .polygon("D", 1, SHELL)
            .zip(StandardCharsets.UTF_8);
    List<FeatureReading> read = readAll(zip, ReadOptions.NONE);
    assertThat(read.subList(0, 3)).allMatch(FeatureFault.class::isInstance);
    assertThat(((FeatureFault) read.get(2)).code()).isEqualTo("invalid-ring");
    assertThat(((Feature) read.get(3)).text("CODE")).isEqualTo("D");
  }

  @Test
  void aRowThatCannotBeReadDoesNotShiftTheOthers() throws IOException {
    Map<String, byte[]> files =
        unzip(
            new TestShapefile()
                .polygon("A", 1, SHELL)
                .polygon("B", 2, SHELL)
                .polygon("C", 3, SHELL)
                .zip(StandardCharsets.UTF_8));
    byte[] dbf = files.get("data/cells.dbf");
    int first = (dbf[8] & 255) + 256 * (dbf[9] & 255);
    int length = (dbf[10] & 255) + 256 * (dbf[11] & 255);
    dbf[first + length - 1] = 'x'; // in the number of A
    dbf[first + length] = '*'; // B is deleted
    List<FeatureReading> read = readAll(TestShapefile.zip(files), ReadOptions.NONE);
    assertThat(read)
        .extracting(
            r -> r instanceof FeatureFault fault ? fault.code() : ((Feature) r).text("CODE"))
        .containsExactly("attributes-unreadable", "deleted", "C");
  }

  @Test
  void tellsOfRowsThatHaveNoShape() throws IOException {
    var whole =
        new TestShapefile().polygon("A", 1, SHELL).polygon("B", 2, SHELL).polygon("C", 3, SHELL);
    Map<String, byte[]> files = unzip(whole.zip(StandardCharsets.UTF_8));
    byte[] one = new TestShapefile().polygon("A", 1, SHELL).zip(StandardCharsets.UTF_8);
    files.put("data/cells.shp", unzip(one).get("data/cells.shp"));
    List<FeatureReading> read = readAll(TestShapefile.zip(files), ReadOptions.NONE);
    assertThat(read).hasSize(2);
    assertThat(((Feature) read.get(0)).text("CODE")).isEqualTo("A");
    assertThat(((FeatureFault) read.get(1)).message()).contains("2 more rows");
  }

  @Test
  void needsACrs() throws IOException {
    Map<String, byte[]> files =
        unzip(new TestShapefile().polygon("A", 1, SHELL).zip(StandardCharsets.UTF_8));
    files.remove("data/cells.prj");
    byte[] zip = TestShapefile.zip(files);
    assertThatThrownBy(() -> readAll(zip, ReadOptions.NONE))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("crs-unknown"));
    assertThat(readAll(zip, new ReadOptions("EPSG:4326", null))).hasSize(1);
  }

  @Test
  void needsExactlyOneShapefileWithItsRows() throws IOException {
    Map<String, byte[]> files =
        unzip(new TestShapefile().polygon("A", 1, SHELL).zip(StandardCharsets.UTF_8));
    files.put("other.shp", new byte[100]);
    assertThatThrownBy(() -> readAll(TestShapefile.zip(files), ReadOptions.NONE))
        .hasMessageContaining("cells.shp, other.shp");
    files.remove("other.shp");
    files.remove("data/cells.dbf");
    assertThatThrownBy(() -> readAll(TestShapefile.zip(files), ReadOptions.NONE))
        .hasMessageContaining("no .dbf");
    assertThatThrownBy(
            () -> readAll(TestShapefile.zip(Map.of("a.txt", new byte[1])), ReadOptions.NONE))
        .hasMessageContaining("holds none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../", "a/../../", "/", "..\\"})
  void refusesAZipThatPointsOutOfItself(String folder) throws IOException {
    Map<String, byte[]> files =
        unzip(new TestShapefile().polygon("A", 1, SHELL).zip(StandardCharsets.UTF_8));
    files.put(folder + "more.txt", new byte[1]);
    assertThatThrownBy(() -> readAll(TestShapefile.zip(files), ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("points out of it");
    files.remove(folder + "more.txt");
    files.put("data/up..to.txt", new byte[1]);
    assertThat(readAll(TestShapefile.zip(files), ReadOptions.NONE)).hasSize(1);
  }

  @Test
  void readsFilesBesideEachOther() throws IOException {
    for (var file :
        unzip(new TestShapefile().polygon("A", 1, SHELL).zip(StandardCharsets.UTF_8)).entrySet()) {
      String name = file.getKey().substring(5).replace("dbf", "DBF");
      Files.write(folder.resolve(name), file.getValue());
    }
    try (FeatureSource source = Features.open(folder.resolve("cells.shp"), ReadOptions.NONE)) {
      assertThat(((Feature) source.next()).text("CODE")).isEqualTo("A");
    }
  }

  private List<FeatureReading> readAll(byte[] zip, ReadOptions options) {
    List<FeatureReading> read = new ArrayList<>();
    try (FeatureSource source =
        Features.open(Files.write(folder.resolve("test.zip"), zip), options)) {
      source.forEachRemaining(read::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return read;
  }

  private Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(Files.write(folder.resolve("unzip.zip"), bytes).toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void leavesNoFileOpenThatItRefuses() throws IOException {
    for (var file :
        unzip(new TestShapefile().polygon("A", 1, SHELL).zip(StandardCharsets.UTF_8)).entrySet()) {
      Files.write(folder.resolve(file.getKey().substring(5)), file.getValue());
    }
    Path shp = Files.write(folder.resolve("cells.shp"), new byte[] {0, 0, 39, 10, 0});
    assertThatThrownBy(() -> Features.open(shp, ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class);
    Files.write(folder.resolve("cells.dbf"), new byte[40]);
    assertThatThrownBy(() -> Features.open(shp, ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class);
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      assertThat(open.filter(Files::exists).map(ShapefileTests::target))
          .noneMatch(file -> file.startsWith(folder));
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return Path.of(""); // closed in the meantime
    }
  }
}
