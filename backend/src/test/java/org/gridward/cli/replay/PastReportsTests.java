package org.gridward.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.gridward.gis.formats.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastReportsTests {

  private static final String COLUMNS =
      "id=id,category=category,description=text,lon=lon,lat=lat,address=address,created=created,closed=closed";
  private static final String HEADING = "id,category,lon,lat,text,address,created,closed\n";
  private static final String SOUND =
      "1,noise,-73.9,40.7,\"loud, very\",,2026-08-01T10:00:00Z,2026-08-01T11:00:00Z\n";

  @TempDir Path folder;

  private List<PastReport> read(byte[] bytes, Tally tally) throws IOException {
    Path file = Files.write(folder.resolve("past.csv"), bytes);
    List<PastReport> all = new ArrayList<>();
    try (PastReports reports =
        new PastReports(file, null, Columns.parse(COLUMNS), ZoneId.of("UTC"), tally::fault)) {
      for (Optional<PastReport> row = reports.next(); row.isPresent(); row = reports.next()) {
        all.add(row.get());
      }
    }
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void readsRowsOfAnyLengthBehindAByteOrderMark() throws IOException {
    Tally tally = new Tally();
    String csv =
        "\uFEFF" + HEADING + SOUND + "2,noise,-73.9,40.7,,,2026-08-01T10:00:00Z\n3,noise\n" + SOUND;
    assertThat(read(utf8(csv), tally)).extracting(PastReport::row).containsExactly(2L, 3L, 5L);
    assertThat(tally.firstFaults())
        .containsExactly("row 4: unreadable: neither coordinates nor an address");
  }

  @Test
  void keepsWhatStandsBeforeTheDamage() throws IOException {
    Tally tally = new Tally();
    assertThat(read(utf8(HEADING + SOUND + "2,noise,\"-73.9\"x,40.7\n"), tally)).isNotEmpty();
    byte[] whole = packed(utf8(HEADING + SOUND.repeat(20_000)));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(read(half, tally)).isNotEmpty();
    assertThat(tally.faults()).containsKey("file-damaged");
  }

  @Test
  void livesThroughDamagedFiles() throws IOException {
    byte[] plain = utf8(HEADING + SOUND.repeat(30));
    byte[] gzip = packed(plain);
    Random random = new Random(13);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = (round % 2 == 0 ? plain : gzip).clone();
      for (int i = 0; i <= random.nextInt(6); i++) {
        int at = HEADING.length() + random.nextInt(damaged.length - HEADING.length());
        damaged[at] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(damaged, new Tally()))
            .allMatch(report -> (report.description() + report.address()).indexOf(0) < 0);
      } catch (PastReports.MissingColumn e) {
        assertThat(e).hasMessageContaining("has no column");
      } catch (UnreadableFile e) {
        assertThat(e.code()).isEqualTo("file-damaged"); // before the first row
      }
    }
  }
}
