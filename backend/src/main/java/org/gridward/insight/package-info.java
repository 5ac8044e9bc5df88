/**
 * Where incidents gather, who carries them and whether the promise is kept: density surfaces,
 * counts over time, figures of areas, and the cases behind them. Keeps every incident in memory as
 * columns (kind, place and times; nothing that anybody wrote), read from the database after the
 * start and kept up by the journal. Owns no table.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "journal",
      "identity",
      "grid",
      "workforce",
      "rulebook",
      "incident",
      "dispatch",
      "facility"
    })
package org.gridward.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
