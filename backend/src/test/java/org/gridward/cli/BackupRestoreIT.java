package org.gridward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridward.shared.cli.ConsoleCommand;
import org.gridward.testing.PostgisTest;
import org.gridward.testing.TestCluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

@PostgisTest
class BackupRestoreIT {

  @TempDir Path folder;
  @Autowired JdbcClient jdbc;
  @Autowired Environment environment;
  private String source;
  private Path file;

  @BeforeEach
  void fill() {
    source = environment.getRequiredProperty("spring.datasource.url");
    file = folder.resolve("backup.dump");
    jdbc.sql("create table if not exists kept_shape (id int primary key, shape geometry)").update();
    jdbc.sql(
            "insert into kept_shape values (1, ST_GeomFromText('POINT(0.125 0.25)', 4326))"
                + " on conflict do nothing")
        .update();
    jdbc.sql("select nextval('incident_number')").query(Long.class).single();
  }

  @Test
  void restoresEveryRowOfEveryTable() throws Exception {
    String target = TestCluster.newDatabase();

    assertThat(run(new BackupCommand(setup(source)), file.toString())).isZero();
    Map<String, String> before = digests(source);
    assertThat(run(new RestoreCommand(setup(target)), file.toString())).isZero();

    assertThat(digests(target)).isEqualTo(before);
    assertThat(value(target, "select last_value from incident_number"))
        .isEqualTo(value(source, "select last_value from incident_number"));
    assertThat(value(target, "select max(epoch) from journal_epoch"))
        .as("what is written from now on comes after everything that was restored")
        .isEqualTo(value(source, "select max(epoch) + 1 from journal_epoch"));
    assertThat(value(target, "select ST_AsEWKT(shape) from kept_shape"))
        .isEqualTo("SRID=4326;POINT(0.125 0.25)");
  }

  @Test
  void keepsTheFileFromOthers() throws Exception {
    run(new BackupCommand(setup(source)), file.toString());

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(folder.resolve("backup.dump.making")).doesNotExist();
  }

  @Test
  void throwsNothingAwayUnlessForced() throws Exception {
    String target = TestCluster.newDatabase();
    execute(target, "create table precious (word text); insert into precious values ('mine')");
    run(new BackupCommand(setup(source)), file.toString());

    assertThatThrownBy(() -> run(new RestoreCommand(setup(target)), file.toString()))
        .hasMessageContaining("is not empty")
        .hasMessageContaining("--force");
    assertThat(value(target, "select word from precious")).isEqualTo("mine");

    assertThat(run(new RestoreCommand(setup(target)), file.toString(), "--force")).isZero();
    assertThat(value(target, "select to_regclass('precious')")).isNull();
  }

  @Test
  void keepsWhatIsThereWhereTheFileIsNoWholeBackup() throws Exception {
    String target = TestCluster.newDatabase();
    execute(target, "create table precious (word text); insert into precious values ('mine')");
    run(new BackupCommand(setup(source)), file.toString());
    byte[] whole = Files.readAllBytes(file);
    Path cut = folder.resolve("cut.dump");
    for (int length : new int[] {0, 100, whole.length / 2, whole.length - 20}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> run(new RestoreCommand(setup(target)), cut.toString(), "--force"))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(Refusal.class);
      assertThat(value(target, "select word from precious")).isEqualTo("mine");
    }
  }

  @Test
  void doesNotRestoreUnderARunningServer() throws Exception {
    Setup target = setup(TestCluster.newDatabase());
    Files.writeString(file, "not looked at");
    try (var ignored = DataFolder.prepare(target.data()).lockForServer().orElseThrow()) {
      assertThatThrownBy(() -> run(new RestoreCommand(target), file.toString()))
          .hasMessageContaining("stop it with");
    }
  }

  private static int run(ConsoleCommand command, String... words) throws Exception {
    new CommandLine(command).parseArgs(words);
    return command.call();
  }

  private Setup setup(String url) {
    DatabaseAddress address =
        new DatabaseAddress(url, TestCluster.cluster().user(), TestCluster.cluster().password());
    return new Setup(folder, Optional.of(address), "127.0.0.1", 0, Optional.empty());
  }

  /** A digest of all rows, in the order of their text, by table. */
  private static Map<String, String> digests(String url) throws SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename not in ('spring_session', 'spring_session_attributes',"
                    + " 'scheduled_tasks', 'journal_epoch')")) {
      while (tables.next()) {
        String table = tables.getString(1);
        digests.put(
            table,
            value(
                url,
                "select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by"
                    + " r::text)), '') from \""
                    + table
                    + "\" r"));
      }
    }
    assertThat(digests).containsKeys("area", "journal_entry", "incident", "assignment");
    return digests;
  }

  private static String value(String url, String sql) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      return found.next() ? found.getString(1) : null;
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(
        url, TestCluster.cluster().user(), TestCluster.cluster().password());
  }
}
