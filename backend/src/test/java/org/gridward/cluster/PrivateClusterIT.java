package org.gridward.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateClusterIT {

  private static final Map<String, String> SMALL = Map.of("shared_buffers", "16MB", "fsync", "off");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Process child;

  @BeforeEach
  void letPostgresEnter() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void endChild() throws InterruptedException {
    if (child != null) {
      child.destroyForcibly().waitFor();
      await().atMost(LIMIT).until(() -> new ClusterFolder(folder).postmaster().isEmpty());
    }
  }

  @Test
  void findsItsDataAgainAfterARestart() throws SQLException {
    try (PrivateCluster cluster = PrivateCluster.open(folder, SMALL)) {
      execute(cluster, "create table kept (word text); insert into kept values ('still here')");
    }
    try (PrivateCluster cluster = PrivateCluster.open(folder, SMALL)) {
      assertThat(query(cluster, "select word from kept")).isEqualTo("still here");
    }
  }

  @Test
  void endsWithAParentThatIsKilledAndStartsAgain() throws Exception {
    child = startChild();
    assertThat(firstLine(child)).startsWith("started");
    ClusterFolder.Postmaster orphan = new ClusterFolder(folder).postmaster().orElseThrow();

    child.destroyForcibly().waitFor();

    await().atMost(LIMIT).until(() -> !orphan.process().isAlive());
    try (PrivateCluster cluster = PrivateCluster.open(folder, SMALL)) {
      assertThat(cluster.started()).isTrue();
    }
  }

  @Test
  void isJoinedByASecondProcess() throws Exception {
    child = startChild();
    String first = firstLine(child);
    try (PrivateCluster joined = PrivateCluster.open(folder, SMALL)) {
      assertThat(joined.started()).isFalse();
      assertThat(first).isEqualTo("started " + joined.port());
      assertThat(query(joined, "select 'answers'")).isEqualTo("answers");
    }
    assertThat(new ClusterFolder(folder).postmaster()).isPresent();
  }

  @Test
  void startsPostgresAgainWhenItIsKilled() throws Exception {
    child = startChild();
    firstLine(child);
    try (PrivateCluster joined = PrivateCluster.open(folder, SMALL)) {
      new ClusterFolder(folder).postmaster().orElseThrow().process().destroyForcibly();
      await()
          .atMost(LIMIT)
          .ignoreExceptions()
          .until(() -> query(joined, "select 'answers'").equals("answers"));
    }
  }

  @Test
  void makesAnewWhatWasInterruptedInTheMaking() throws Exception {
    Files.createDirectories(folder.resolve("postgres.making/base"));
    Files.writeString(folder.resolve("postgres.making/PG_VERSION"), "15");
    Files.writeString(folder.resolve("postgres.password"), "of an attempt that died");
    try (PrivateCluster cluster = PrivateCluster.open(folder, SMALL)) {
      assertThat(query(cluster, "select 'answers'")).isEqualTo("answers");
    }
    assertThat(folder.resolve("postgres.making")).doesNotExist();
  }

  @Test
  void keepsItsPasswordFromOthers() throws IOException {
    try (PrivateCluster ignored = PrivateCluster.open(folder, SMALL)) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void saysThatAFolderOfAnotherVersionNeedsThatVersion() throws IOException {
    Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(folder.resolve("postgres/PG_VERSION"), "9\n");
    assertThatThrownBy(() -> PrivateCluster.open(folder, SMALL))
        .isInstanceOf(ClusterFailure.class)
        .hasMessageContaining("made by PostgreSQL 9")
        .hasMessageContaining("postgresql-9-postgis-3");
  }

  @Test
  void saysThatAFileCannotBeItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> PrivateCluster.open(file, SMALL))
        .isInstanceOf(ClusterFailure.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void saysThatPostgresCannotEnterItsFolder() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(PostgresChild.weAreRoot());
    Path closed = Files.createDirectories(folder.resolve("closed/data"));
    Files.setPosixFilePermissions(closed.getParent(), PosixFilePermissions.fromString("rwx------"));
    assertThatThrownBy(() -> PrivateCluster.open(closed, SMALL))
        .isInstanceOf(ClusterFailure.class)
        .hasMessageContaining("cannot be entered")
        .hasMessageContaining("GRIDWARD_DATA");
  }

  private Process startChild() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ClusterChild.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Logging may come first. */
  private static String firstLine(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.matches("(started|joined) \\d+")) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  private static void execute(PrivateCluster cluster, String sql) throws SQLException {
    try (Connection connection = connect(cluster);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(PrivateCluster cluster, String sql) throws SQLException {
    try (Connection connection = connect(cluster);
        var found = connection.createStatement().executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }

  private static Connection connect(PrivateCluster cluster) throws SQLException {
    return DriverManager.getConnection(cluster.url("postgres"), cluster.user(), cluster.password());
  }
}
