package org.gridward.gazetteer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.gridward.gazetteer.Gazetteer;
import org.gridward.gazetteer.Place;
import org.gridward.gazetteer.PlaceBatch;
import org.gridward.gis.places.PlaceSearch;
import org.gridward.shared.imports.ImportConsole;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PostgisTest
class ImportAddressesIT {

  @Autowired PlaceBatch batch;
  @Autowired ImportConsole console;
  @Autowired Gazetteer gazetteer;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @TempDir Path folder;

  private int run(Path file, String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of(file.toString(), "--columns", "number=no,street=pre+road,street_zh=zh"));
    words.addAll(List.of(more));
    return new CommandLine(new ImportAddressesCommand(batch, console))
        .execute(words.toArray(String[]::new));
  }

  private long count(String source) {
    return jdbc.sql("select count(*) from place where source = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  @Test
  void takesAddressesInKnowsThemAgainAndSaysWhatIsWrong() throws IOException {
    Path file = folder.resolve("addresses.csv");
    Files.writeString(
        file,
        """
        no,pre,road,zh,lon,lat
        12,West,Xylograph Street,木刻西街,140.1,-45.1
        14,West,Xylograph Street,木刻西街,140.2,-45.1
        ,West,Xylograph Street,,140.3,-45.1
        16,,,,140.4,-45.1
        18,West,Xylograph Street,,,
        12,West,Xylograph Street,,140.5,-45.1
        20,West,Xylograph Street,,200,-45.1
        22,West,Xylograph Street,,x,-45.1
        """,
        Charset.forName("GB18030"));
    Path report = folder.resolve("report.json");
    String[] options = {"--source", "xyl", "--encoding", "GB18030", "--report", report.toString()};
    run(file, "--source", "xyl", "--encoding", "GB18030", "--dry-run");
    assertThat(count("xyl")).isZero();
    run(file, options);
    assertThat(count("xyl")).isEqualTo(2);
    JsonNode told = json.readTree(Files.readString(report));
    assertThat(told.path("created").asInt()).isEqualTo(2);
    assertThat(told.path("faults"))
        .extracting(fault -> fault.path("number").asInt(), fault -> fault.path("code").asString())
        .containsExactly(
            tuple(3, "number-missing"),
            tuple(4, "street-missing"),
            tuple(5, "place-missing"),
            tuple(6, "code-duplicate"),
            tuple(7, "place-malformed"),
            tuple(8, "geometry-unreadable"));
    run(file, options);
    assertThat(json.readTree(Files.readString(report)).path("unchanged").asInt()).isEqualTo(2);
    for (String text : List.of("12 west xylograph st", "木刻西街12号")) {
      await()
          .untilAsserted(
              () ->
                  assertThat(gazetteer.search(new PlaceSearch(text, null, null, 3)))
                      .extracting(Place::number)
                      .contains("12"));
    }
  }

  @Test
  void refusesAFileWithoutTheColumnsAndNeverBreaksOnNoise() throws IOException {
    Path file = folder.resolve("noise.csv");
    Files.writeString(file, "a,lon,lat\n1,2,3\n");
    assertThat(run(file)).isNotZero();
    Random random = new Random(17);
    for (int i = 0; i < 60; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      byte[] head = (i % 2 == 0 ? "no,pre,road,zh,lon,lat\n" : "").getBytes();
      byte[] all = java.util.Arrays.copyOf(head, head.length + noise.length);
      System.arraycopy(noise, 0, all, head.length, noise.length);
      Files.write(file, all);
      run(file, "--dry-run", "--source", "noise");
    }
    assertThat(count("noise")).isZero();
  }
}
