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

  /** The second cell of a district is half a step short in the west. */
  @BeforeEach
  void makeAGap() {
    District district = ground.district(1, 4);
    community = district.communities().getFirst();
    draw(district, 1, 1.5, 0, 2, 0, 2, 1, 1.5, 1);
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

  /** A thin gap and a thin overlap end at one cell; the gap can only be mended after the other. */
  @Test
  void mendsOneFaultAfterTheOtherWhereTheyMeet() throws Exception {
    District district = ground.district(1, 4);
    draw(district, 0, 0, .5, 1.9, .5, 2 - .004, .5, 2 - .004, 1, 0, 1);
    draw(district, 1, 2, .5, 3, .5, 4, .5, 4, 1, 2, 1);
    draw(district, 2, 0, 0, 3 + .002, 0, 3 + .002, .5, 3, .5, 2, .5, 1.9, .5, 0, .5);
    draw(district, 3, 3, 0, 4, 0, 4, .5, 3, .5);
    community = district.communities().getFirst();
    assertThat(faultsNow()).isGreaterThanOrEqualTo(2);
    assertThat(check("--parent", community.code(), "--repair")).isZero();
    assertThat(faultsNow()).isZero();
  }

  /** Corners are x and y in cells from the district's own. */
  private void draw(District district, int cell, double... corners) {
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i <= corners.length; i += 2) {
      int at = i % corners.length;
      ring.append(i == 0 ? "" : ",")
          .append(district.west() + corners[at] * TestGround.STEP)
          .append(' ')
          .append(district.south() + corners[at + 1] * TestGround.STEP);
    }
    jdbc.sql(
            """
            update area_boundary set boundary = ST_Multi(ST_GeomFromText(?, 4326))
            where area_id = ?
            """)
        .params("POLYGON((" + ring + "))", district.cells().get(cell).id())
        .update();
  }

  @Test
  void changesNothingWhereShowingAndMakingAreAskedFor() throws Exception {
    assertThat(check("--parent", community.code(), "--preview", "--repair")).isEqualTo(1);
    assertThat(faultsNow()).isEqualTo(1);
  }

  @Test
  void takesBackNothingWhereMoreIsAskedFor() throws Exception {
    check("--parent", community.code(), "--repair");
    assertThat(faultsNow()).isZero();
    long last = jdbc.sql("select max(id) from area_edit").query(Long.class).single();
    for (String more : new String[] {"--repair", "--preview", "--level=cell"}) {
      assertThatThrownBy(() -> check("--undo", Long.toString(last), more))
          .isInstanceOf(Problem.Rejected.class)
          .hasMessageContaining("alone");
    }
    assertThat(faultsNow()).isZero();
  }
}
