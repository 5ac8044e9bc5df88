package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {
  static final String WKT =
      """
      code,name,wkt
      A1,"Market, east","POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))"
      A2,,"SRID=4326;MULTIPOLYGON Z (((0 0 5, 1 0 5, 1 1 5, 0 0 5)))"
      A3,x,
      """;

  @TempDir Path folder;

  @Test
  void readsWktWithAndWithoutHeights() {
    List<FeatureReading> read = read("a.csv", WKT);
    Feature first = (Feature) read.get(0);
    assertThat(first.geometry())
        .hasToString("POLYGON ((0 0, 9 0, 9 9, 0 0), (5 2, 6 2, 6 3, 5 2))");
    assertThat(first.attributes()).containsOnlyKeys("code", "name");
    assertThat(first.text("name")).isEqualTo("Market, east");
    Feature second = (Feature) read.get(1);
    assertThat(second.geometry()).hasToString("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))");
    assertThat(second.geometry().getCoordinate().getZ()).isNaN();
    assertThat(second.text("name")).isNull();
    assertThat(((Feature) read.get(2)).geometry()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,lon,lat\nx,116.4,39.9\n",
        "\uFEFFname;Longitude;Latitude\nx;116.4;39.9\n",
        "name\tlng\tlat\r\nx\t116.4\t39.9\r\n",
        "name,X,Y\nx, 116.4 ,39.9",
        "name,经度,纬度\nx,116.4,39.9\n"
      })
  void readsLongitudeAndLatitude(String text) {
    Feature feature = ReadFiles.only(ReadFiles.write(folder, "a.csv", text), ReadOptions.NONE);
    assertThat(feature.geometry()).hasToString("POINT (116.4 39.9)");
    assertThat(feature.text("name")).isEqualTo("x");
  }

  @Test
  void readsGbkWhenTold() {
    Charset gbk = Charset.forName("GBK");
    Path file = ReadFiles.write(folder, "a.csv", "名称,经度,纬度\n东城网格,116.4,39.9\n".getBytes(gbk));
    assertThat(ReadFiles.only(file, new ReadOptions(null, gbk)).text("名称")).isEqualTo("东城网格");
    assertThatThrownBy(() -> ReadFiles.readAll(file, ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("--encoding");
  }

  @Test
  void reportsABadRowAndReadsOn() {
    List<FeatureReading> read =
        read(
            "b.csv",
            """
            code,lon,lat
            a,1,2
            b,1
            c,1,2,3
            d,"1,5",2
            e,NaN,2
            f,1,2
            """);
    assertThat(read.subList(1, 5)).allMatch(FeatureFault.class::isInstance);
    assertThat(((FeatureFault) read.get(1)).message())
        .isEqualTo("feature 2: the row has 2 fields, the header 3");
    assertThat(((FeatureFault) read.get(3)).message())
        .isEqualTo("feature 4: lon (1,5) is not a number");
    assertThat(read.get(5)).isInstanceOf(Feature.class);
  }

  @Test
  void reportsBadWkt() {
    String deep = "GEOMETRYCOLLECTION(".repeat(60_000) + "POINT(1 2)" + ")".repeat(60_000);
    List<FeatureReading> read =
        read("c.csv", "wkt\n\"POLYGON ((0 0, 1\"\nPOINT(NaN 1)\nHELLO\n" + deep + "\nPOINT(1 2)\n");
    assertThat(read.subList(0, 4)).allMatch(FeatureFault.class::isInstance);
    assertThat(read.get(4)).isInstanceOf(Feature.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "code,name\n1,2\n", "wkt\n\"POINT(1 2)\n", "\n\n"})
  void refusesWhatHasNoGeometryOrIsNotWhole(String text) {
    assertThatThrownBy(() -> read("d.csv", text)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void keepsColumnsOfTheSameNameApart() {
    Feature feature = (Feature) read("e.csv", "name,name,,lon,lat\na,b,c,1,2\n").getFirst();
    assertThat(feature.attributes()).containsOnlyKeys("name", "name_2", "column_3", "lon", "lat");
    Feature taken = (Feature) read("g.csv", "name,name,name_2,lon,lat\na,b,c,1,2\n").getFirst();
    assertThat(taken.attributes()).containsValues("a", "b", "c");
    assertThat(taken.text("name_2")).as("as it is in the file").isEqualTo("c");
  }

  @Test
  void refusesALayer() {
    Path file = ReadFiles.write(folder, "f.csv", WKT);
    assertThatThrownBy(() -> Features.open(file, new ReadOptions(null, null, "x")))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("layer-unknown"));
  }

  private List<FeatureReading> read(String name, String text) {
    return ReadFiles.readAll(ReadFiles.write(folder, name, text), ReadOptions.NONE);
  }

  @Test
  void refusesAFileThatUnpacksWithoutEnd() throws IOException {
    Path file = folder.resolve("h.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("wkt\n".getBytes(StandardCharsets.UTF_8));
      byte[] nothing = "\n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 150; i++) {
        out.write(nothing);
      }
    }
    assertThat(Files.size(file)).isLessThan(1_000_000);
    assertThatThrownBy(() -> ReadFiles.readAll(file, ReadOptions.NONE))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file-damaged"));
  }
}
