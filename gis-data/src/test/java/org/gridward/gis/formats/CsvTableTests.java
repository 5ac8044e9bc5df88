package org.gridward.gis.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {
  private static final String SOUND = "login,note\nanna,\"on duty, late\"\nben,网格员\n";

  @TempDir Path folder;

  private List<CsvRow> read(byte[] bytes, @Nullable Charset told) {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvTable table = CsvTable.open(ReadFiles.write(folder, "t.csv", bytes), told)) {
      table.forEachRemaining(rows::add);
    }
    return rows;
  }

  private List<CsvRow> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), null);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "\uFEFF%s", "\n%s"})
  void readsFieldsByTheNamesOfTheirColumns(String around) {
    List<CsvRow> rows = read(around.formatted(SOUND));
    assertThat(rows).extracting(row -> row.text("note")).containsExactly("on duty, late", "网格员");
    assertThat(rows).extracting(row -> row.text("none")).containsOnly("");
  }

  @Test
  void readsOtherEncodingsAndPackedFiles() throws IOException {
    Charset gbk = Charset.forName("GBK");
    assertThat(read(packed(SOUND.getBytes(gbk)), gbk).getLast().text("note")).isEqualTo("网格员");
  }

  @Test
  void partsByTheSeparatorOfTheHeading() {
    assertThat(read("login;note\nanna;a,b\n").getFirst().text("note")).isEqualTo("a,b");
    assertThat(read("login\tnote\nanna\ta;b\n").getFirst().text("note")).isEqualTo("a;b");
  }

  @Test
  void countsLinesAlsoOverFieldsOfSeveral() {
    List<CsvRow> rows = read("a,b\n1,\"x\ny\"\n\n2\n3,4,5\n");
    assertThat(rows).extracting(CsvRow::line).containsExactly(2L, 5L, 6L);
    assertThat(rows.get(1).text("b")).isEmpty();
    assertThat(rows.get(2).fields()).hasSize(3);
  }

  @Test
  void tellsOfDamagedFieldsAndReadsOn() {
    byte[] mixed =
        "login,note\nanna,x\0y\nben,\u00e9\ncleo,\uFFFD\n".getBytes(StandardCharsets.UTF_8);
    assertThat(read(mixed, null))
        .extracting(row -> row.damage().isPresent())
        .containsExactly(true, false, false);
    List<CsvRow> latin =
        read("login,note\nben,\u00e9t\u00e9\nanna,x\n".getBytes(StandardCharsets.ISO_8859_1), null);
    assertThat(latin).extracting(CsvRow::isOfAnotherEncoding).containsExactly(true, false);
  }

  @Test
  void handsOverWhatStandsBeforeTheDamage() throws IOException {
    byte[] whole = packed((SOUND + "dora,x\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
    Path file = ReadFiles.write(folder, "half.csv", Arrays.copyOf(whole, whole.length / 2));
    try (CsvTable table = CsvTable.open(file, null)) {
      assertThatThrownBy(() -> table.forEachRemaining(row -> {}))
          .isInstanceOfSatisfying(
              UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("file-damaged"));
      assertThat(table.line()).isGreaterThan(100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\"login,note\nanna,x\n"})
  void refusesWhatHasNoHeading(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void saysWhichEncodingWasTaken() {
    byte[] gbk = "姓名,备注\nanna,x\n".getBytes(Charset.forName("GBK"));
    assertThatThrownBy(() -> read(gbk, null))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage(
            "t.csv has bytes in line 1 that are not UTF-8: say its encoding, such as --encoding"
                + " GB18030");
  }

  @Test
  void livesThroughDamage() throws IOException {
    byte[] plain = (SOUND + "cleo,x\n".repeat(30)).getBytes(StandardCharsets.UTF_8);
    byte[] gzip = packed(plain);
    Random random = new Random(20261123);
    int whole = 0;
    int refused = 0;
    for (int round = 0; round < 4_000; round++) {
      byte[] bytes = damaged(round % 2 == 0 ? plain : gzip, random);
      try {
        List<CsvRow> rows = read(bytes, round % 3 == 0 ? Charset.forName("GBK") : null);
        assertThat(rows).isSortedAccordingTo((a, b) -> Long.compare(a.line(), b.line()));
        assertThat(rows)
            .filteredOn(row -> row.damage().isEmpty())
            .allMatch(row -> row.fields().stream().noneMatch(field -> field.indexOf(0) >= 0));
        whole++;
      } catch (UnreadableFile e) {
        assertThat(e.getMessage()).isNotEmpty().hasSizeLessThan(2_000);
        refused++;
      }
    }
    assertThat(whole).isGreaterThan(400);
    assertThat(refused).isGreaterThan(400);
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] tempting = {'"', ',', '\n', '\r', ';', 0, (byte) 0xff, (byte) 0x81};
    byte[] bytes =
        random.nextInt(8) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : tempting[random.nextInt(tempting.length)];
    }
    return bytes;
  }
}
