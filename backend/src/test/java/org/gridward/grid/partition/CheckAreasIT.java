package org.gridward.grid.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.TestGround;
import org.gridward.grid.TestGround.District;
import org.gridward.shared.Problem;
import org.gridward.testing.PostgisTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

@PostgisTest
@ExtendWith(OutputCaptureExtension.class)
class CheckAreasIT {

  private static final Pattern EDIT = Pattern.compile("repaired as edit (\\d+)");

  @Autowired TestGround ground;
  @Autowired AreaFaults faults;
  @Autowired AreaEdits edits;
  @Autowired FaultReport writer;
  @Autowired Areas areas;
  @Autowired JdbcClient jdbc;
  private Area community;
  private Area shortened;

  /** The second cell of a district is half a step short in the west. */
  @BeforeEach
  void makeAGap() {
    District district = ground.district(1, 4);
    double step = TestGround.STEP;
    community = district.communities().getFirst();
    shortened = district.cells().get(1);
    jdbc.sql(
            """
            update area_boundary set boundary = ST_Multi(ST_MakeEnvelope(?, ?, ?, ?, 4326))
            where area_id = ?
            """)
        .params(
            district.west() + 1.5 * step,
            district.south(),
            district.west() + 2 * step,
            district.south() + step,
            shortened.id())
        .update();
  }

  private int check(String... words) throws Exception {
    CheckAreasCommand command = new CheckAreasCommand(faults, edits, writer, areas);
    new CommandLine(command).parseArgs(words);
    return command.call();
  }

  private int faultsNow() {
    return faults.check(community, "cell").getFirst().findings().faults().size();
  }

  @Test
  void showsARepairMakesItAndTakesItBack(CapturedOutput output) throws Exception {
    assertThat(check("--parent", community.code(), "--preview")).isEqualTo(1);
    assertThat(output.getOut()).contains("a repair would change").containsPattern("\\+[\\d,.]+ m²");
    assertThat(faultsNow()).isEqualTo(1);
    assertThat(output.getOut()).doesNotContain("repaired as edit");
    assertThat(check("--parent", community.code(), "--repair")).isZero();
    assertThat(faultsNow()).isZero();
    Matcher edit = EDIT.matcher(output.getOut());
    assertThat(edit.find()).isTrue();
    assertThat(check("--undo", edit.group(1))).isZero();
    assertThat(faultsNow()).isEqualTo(1);
    assertThatThrownBy(() -> check("--undo", edit.group(1)))
        .isInstanceOf(Problem.Conflict.class)
        .hasMessageContaining("undone already");
  }

  @Test
  void changesNothingWhereShowingAndMakingAreAskedFor() throws Exception {
    assertThat(check("--parent", community.code(), "--preview", "--repair")).isEqualTo(1);
    assertThat(faultsNow()).isEqualTo(1);
  }
}
