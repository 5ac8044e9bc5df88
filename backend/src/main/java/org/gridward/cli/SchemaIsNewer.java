package org.gridward.cli;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The database was already used by a later version of the program. */
final class SchemaIsNewer extends RuntimeException {

  private SchemaIsNewer(String version) {
    super(
        "The database has schema version %s, which is newer than this program: start the newer program, or restore a backup made before the upgrade."
            .formatted(version),
        null,
        false,
        false);
  }

  /** Throws when {@code flyway} finds migrations in the database that the program does not have. */
  static void check(Flyway flyway) {
    Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().name().contains("FUTURE"))
        .map(MigrationInfo::getVersion)
        .reduce((earlier, later) -> later)
        .ifPresent(
            version -> {
              throw new SchemaIsNewer(String.valueOf(version));
            });
  }
}
