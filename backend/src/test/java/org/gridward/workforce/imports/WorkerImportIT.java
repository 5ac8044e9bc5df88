package org.gridward.workforce.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.TestGround;
import org.gridward.identity.Role;
import org.gridward.identity.Users;
import org.gridward.shared.imports.ImportReport;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestPeople;
import org.gridward.workforce.Responsible;
import org.gridward.workforce.Worker;
import org.gridward.workforce.Workforce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PostgisTest
class WorkerImportIT {

  @Autowired WorkerImport workers;
  @Autowired TestGround ground;
  @Autowired TestPeople people;
  @Autowired Users users;
  @Autowired Workforce workforce;
  @TempDir Path folder;

  private ImportReport run(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("workers.csv"), csv);
    return run(file, null);
  }

  private ImportReport run(Path file, @Nullable Charset encoding) {
    return workers.run(
        file, new WorkerImport.Options(WorkerColumns.USUAL, encoding, _ -> null, false, _ -> {}));
  }

  @Test
  void takesWorkersInAndTheSameFileTwiceChangesNothing() throws IOException {
    var district = ground.district(2, 2);
    String a = district.cells().get(0).code();
    String b = district.cells().get(1).code();
    String csv =
        """
        name,login,cells,rank,skills,backup_cells,unit
        李 Wei,li-%1$s,%2$s;%3$s,senior,water;roads,,U-%1$s
        Ann,ann-%1$s,,,,%2$s,U-%1$s
        """
            .formatted(district.top().id(), a, b);
    ImportReport first = run(csv);
    assertThat(first.faults()).isEmpty();
    assertThat(first.created()).isEqualTo(2);

    var user = users.findByLogin("li-" + district.top().id()).orElseThrow();
    assertThat(user.grants())
        .singleElement()
        .satisfies(
            grant -> {
              assertThat(grant.role()).isEqualTo(Role.GRID_WORKER);
              assertThat(grant.area()).isEqualTo(district.communities().getFirst().path());
            });
    Worker worker = workforce.findByUser(user.id()).orElseThrow();
    assertThat(worker.skills()).containsExactlyInAnyOrder("water", "roads");
    assertThat(workforce.listResponsible(district.cells().getFirst().id()))
        .extracting(Responsible::worker)
        .extracting(Worker::name)
        .containsExactly("李 Wei", "Ann");

    ImportReport second = run(csv);
    assertThat(second.summary()).startsWith("0 created, 0 changed, 2 unchanged");

    ImportReport third = run(csv.replace(a + ";" + b, b));
    assertThat(third.summary()).startsWith("0 created, 1 changed, 1 unchanged");
    assertThat(workforce.listCells(worker.id())).containsExactly(district.cells().get(1).id());
  }

  @Test
  void collectsEveryFaultWithItsRowAndReason() throws IOException {
    var district = ground.district(1, 2);
    String cell = district.cells().getFirst().code();
    String other = district.cells().get(1).code();
    String taken = people.user(Role.OPERATOR, district.top().path()).login();
    ImportReport report =
        run(
            """
            name,login,cells
            Good,good-%1$s,%2$s
            ,empty-%1$s,%3$s
            Unknown,unknown-%1$s,NO-SUCH-CELL
            Again,good-%1$s,%3$s
            Taken,late-%1$s,%2$s
            Area,area-%1$s,%4$s
            Nothing,nothing-%1$s,
            Bad login,**,%3$s
            Operator,%5$s,%3$s
            """
                .formatted(district.top().id(), cell, other, district.top().code(), taken));
    assertThat(report.created()).isEqualTo(1);
    assertThat(report.faults())
        .extracting(ImportReport.Fault::number, ImportReport.Fault::code)
        .contains(
            org.assertj.core.groups.Tuple.tuple(3L, "empty-name"),
            org.assertj.core.groups.Tuple.tuple(4L, "unknown-cell"),
            org.assertj.core.groups.Tuple.tuple(5L, "duplicate-login"),
            org.assertj.core.groups.Tuple.tuple(6L, "cell-taken"),
            org.assertj.core.groups.Tuple.tuple(7L, "not-a-cell"),
            org.assertj.core.groups.Tuple.tuple(8L, "no-cells"),
            org.assertj.core.groups.Tuple.tuple(9L, "invalid-login"),
            org.assertj.core.groups.Tuple.tuple(10L, "login-taken"));
  }

  @Test
  void writesFirstPasswordsForTheOwnerOnly() throws IOException {
    Path file = folder.resolve("passwords.csv");
    try (InitialPasswords passwords = new InitialPasswords(file)) {
      assertThat(passwords.make("li")).hasSizeGreaterThanOrEqualTo(14);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).startsWith("login,password\nli,");
  }

  @Test
  void readsTheEncodingThatIsSaidAndNothingOfAFileInAnother() throws IOException {
    var district = ground.district(1, 2);
    String login = "gbk-" + district.top().id();
    Path file =
        Files.write(
            folder.resolve("gbk.csv"),
            "name,login,cells\nAnn,a%1$s,%2$s\n王芳,%1$s,%3$s\n"
                .formatted(
                    login, district.cells().getFirst().code(), district.cells().get(1).code())
                .getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> run(file, null))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("--encoding");
    assertThat(users.findByLogin("a" + login)).isEmpty();
    assertThat(run(file, Charset.forName("GBK")).created()).isEqualTo(2);
    assertThat(users.findByLogin(login).orElseThrow().name()).isEqualTo("王芳");
  }

  @Test
  void livesThroughDamagedFiles() throws IOException {
    var district = ground.district(1, 1);
    byte[] sound =
        "name,login,cells,rank,skills\n\"A, B\",fuzz-%1$s,%2$s,,water;roads\nC,fuzz2-%1$s,%2$s,\"x\",\n"
            .formatted(district.top().id(), district.cells().getFirst().code())
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(12);
    byte[] signs = {'"', ',', '\n', '\r', ';', 0, 'x'};
    for (int round = 0; round < 60; round++) {
      byte[] damaged = sound.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(damaged.length)] = signs[random.nextInt(signs.length)];
      }
      try {
        assertThat(run(new String(damaged, StandardCharsets.UTF_8)).repaired()).isZero();
      } catch (UnreadableFile e) {
        assertThat(e.code())
            .isIn("file-damaged", "encoding-unclear"); // of the heading: the command says why
      }
    }
  }
}
