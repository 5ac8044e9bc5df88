/**
 * Where the workers are: takes positions in, keeps them by day, knows the latest. Only while on
 * duty. Owns {@code worker_position}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity", "grid", "workforce"})
package org.gridward.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
