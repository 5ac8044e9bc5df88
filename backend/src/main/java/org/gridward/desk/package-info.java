/**
 * The operator's place of work: filters that somebody keeps for later, what a shift hands over to
 * the next, where a place in words may be. Owns {@code saved_filter} and {@code shift_note}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "journal",
      "identity",
      "grid",
      "incident",
      "rulebook",
      "gazetteer"
    })
package org.gridward.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
