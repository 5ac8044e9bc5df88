package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapefileEncodingTests {
  private static final double[][] SHELL = {{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}};
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  @Test
  void readsChineseByCpgOrByTheOption() {
    byte[] told =
        new TestShapefile().polygon("江汉街道", 1, SHELL).with("data/cells.cpg", "936").zip(GBK);
    assertThat(firstCode(told, ReadOptions.NONE)).isEqualTo("江汉街道");
    byte[] named =
        new TestShapefile().polygon("江汉街道", 1, SHELL).with("data/cells.cpg", "GBK").zip(GBK);
    assertThat(firstCode(named, ReadOptions.NONE)).isEqualTo("江汉街道");
    byte[] silent = new TestShapefile().polygon("江汉街道", 1, SHELL).zip(GBK);
    assertThat(firstCode(silent, new ReadOptions(null, GBK))).isEqualTo("江汉街道");
  }

  @ParameterizedTest
  @ValueSource(bytes = {0, 0x57})
  void refusesLettersOfAnEncodingThatNothingSays(byte mark) throws IOException {
    Map<String, byte[]> files =
        unzip(new TestShapefile().polygon("A", 1, SHELL).polygon("江汉街道", 1, SHELL).zip(GBK));
    files.get("data/cells.dbf")[29] = mark;
    byte[] silent = TestShapefile.zip(files);
    assertThatThrownBy(() -> read(silent, ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class)
        .extracting("code")
        .isEqualTo("encoding-unclear");
    assertThatThrownBy(() -> read(silent, ReadOptions.NONE))
        .hasMessageContaining("row 2")
        .hasMessageContaining("--encoding");
    assertThat(read(silent, new ReadOptions(null, GBK))).hasSize(2);
    files.put("data/cells.cpg", "KLINGON".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> read(TestShapefile.zip(files), ReadOptions.NONE))
        .isInstanceOf(UnreadableFile.class);
  }

  @Test
  void refusesLettersThatAreNotOfTheEncodingThatIsSaid() {
    byte[] zip = new TestShapefile().polygon("江汉街道", 1, SHELL).zip(GBK);
    assertThatThrownBy(() -> read(zip, new ReadOptions(null, StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void letsAFieldCutACharacterInTwo() throws IOException {
    Map<String, byte[]> files =
        unzip(new TestShapefile().polygon("abcdefghijklmnopqr江", 1, SHELL).zip(GBK));
    byte[] dbf = files.get("data/cells.dbf");
    dbf[29] = 0;
    byte[] utf8 = "江".getBytes(StandardCharsets.UTF_8);
    int at = new String(dbf, StandardCharsets.ISO_8859_1).indexOf("pqr") + 3;
    System.arraycopy(utf8, 0, dbf, at, 2);
    assertThat(read(TestShapefile.zip(files), ReadOptions.NONE)).hasSize(1);
  }

  @Test
  void readsChineseColumnNames() {
    byte[] zip =
        new TestShapefile()
            .codeColumn("网格编码")
            .polygon("420102001", 1, SHELL)
            .with("data/cells.cpg", "GBK")
            .zip(GBK);
    Feature feature = (Feature) read(zip, ReadOptions.NONE).getFirst();
    assertThat(feature.text("网格编码")).isEqualTo("420102001");
  }

  private String firstCode(byte[] zip, ReadOptions options) {
    return ((Feature) read(zip, options).getFirst()).text("CODE");
  }

  private List<FeatureReading> read(byte[] zip, ReadOptions options) {
    return ReadFiles.readAll(ReadFiles.write(folder, "cells.zip", zip), options);
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
}
