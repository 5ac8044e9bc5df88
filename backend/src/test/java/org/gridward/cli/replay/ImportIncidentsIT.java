package org.gridward.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.LonLat;
import org.gridward.incident.IncidentIntake;
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
class ImportIncidentsIT {

  @Autowired IncidentIntake intake;
  @Autowired ImportConsole console;
  @Autowired JdbcClient jdbc;
  @Autowired TestGround ground;
  @Autowired JsonMapper json;

  @TempDir Path folder;

  @Test
  void takesEachRowOnceAndTellsOfTheFaultyOnes() throws IOException {
    LonLat at = ground.district(1, 2).centre(0);
    String mark = UUID.randomUUID().toString();
    StringBuilder csv = new StringBuilder("id,what,x,y,at,done\n");
    for (int i = 0; i < 1_200; i++) {
      csv.append("%s-%d,Noise,%s,%s,2026-08-01 10:00:00,".formatted(mark, i, at.lon(), at.lat()))
          .append(i % 2 == 0 ? "2026-08-01 11:30:00\n" : "\n");
    }
    csv.append(mark)
        .append("-a,No Such,%s,%s,2026-08-01 10:00:00,\n".formatted(at.lon(), at.lat()));
    csv.append(mark).append("-b,Noise,,,2026-08-01 10:00:00,\n");
    Path file = Files.writeString(folder.resolve("past.csv"), csv);
    assertThat(run(file)).isOne();
    assertThat(stored(mark, "CLOSED")).isEqualTo(600);
    assertThat(stored(mark, "%")).isEqualTo(1_200);
    assertThat(closedLater(mark)).isEqualTo(600);
    assertThat(run(file)).isOne();
    assertThat(stored(mark, "%")).isEqualTo(1_200);
    JsonNode told = json.readTree(Files.readString(folder.resolve("report.json")));
    assertThat(told.path("unchanged").asInt()).isEqualTo(1_200);
    assertThat(told.path("faults"))
        .as("every fault, of rows that cannot be read as well")
        .extracting(fault -> fault.path("number").asInt(), fault -> fault.path("code").asString())
        .containsExactly(tuple(1_202, "category-unknown"), tuple(1_203, "unreadable"));
  }

  private int run(Path file) {
    return new CommandLine(new ImportIncidentsCommand(intake, console))
        .execute(
            file.toString(),
            "--zone=Asia/Shanghai",
            "--report=" + folder.resolve("report.json"),
            "--columns=id=id,category=what,lon=x,lat=y,created=at,closed=done");
  }

  private long stored(String mark, String stage) {
    return jdbc.sql(
            """
            select count(*) from incident i join report r on r.incident_id = i.id
            where r.external_id like ? || '-%' and i.stage like ?
            """)
        .params(mark, stage)
        .query(Long.class)
        .single();
  }

  private long closedLater(String mark) {
    return jdbc.sql(
            """
            select count(*) from incident i join report r on r.incident_id = i.id
            where r.external_id like ? || '-%' and i.reported_at = '2026-08-01T02:00:00Z'
              and i.closed_at = '2026-08-01T03:30:00Z'
            """)
        .params(mark)
        .query(Long.class)
        .single();
  }
}
