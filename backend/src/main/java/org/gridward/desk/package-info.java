/**
 * The operator's place of work: filters that somebody keeps for later. Owns {@code saved_filter}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "incident", "rulebook"})
package org.gridward.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
