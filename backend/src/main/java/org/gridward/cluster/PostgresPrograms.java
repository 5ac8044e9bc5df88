package org.gridward.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where PostgreSQL's own programs are.
 *
 * @param bin the folder with {@code initdb}, {@code postgres}, {@code pg_dump}
 * @param version the major version, at least 15
 */
public record PostgresPrograms(Path bin, int version) {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  /** The newest installation that has PostGIS, from version 15; empty when there is none. */
  public static Optional<PostgresPrograms> find() {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .filter(folder -> Files.isExecutable(folder.resolve("bin/postgres")))
          .filter(folder -> version(folder) >= 15 && hasPostgis(folder))
          .max(Comparator.comparingInt(PostgresPrograms::version))
          .map(folder -> new PostgresPrograms(folder.resolve("bin"), version(folder)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The same, or the sentence that says what to install. */
  static PostgresPrograms require() {
    return find()
        .orElseThrow(
            () ->
                new ClusterFailure(
                    "PostgreSQL 15 or newer with PostGIS is not installed: on Debian or Ubuntu run"
                        + " 'apt-get install postgresql-postgis', elsewhere install PostgreSQL and"
                        + " PostGIS 3.3 or newer, or set GRIDWARD_DB_URL to a server."));
  }

  private static int version(Path folder) {
    try {
      return Integer.parseInt(folder.getFileName().toString());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean hasPostgis(Path folder) {
    Path share =
        Path.of(
            "/usr/share/postgresql", folder.getFileName().toString(), "extension/postgis.control");
    return Files.exists(share);
  }

  /** The path of one of the programs. */
  public String program(String name) {
    return bin.resolve(name).toString();
  }
}
