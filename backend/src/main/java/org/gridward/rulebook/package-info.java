/**
 * Rules as versioned data, never code: the incident catalogue with its time limits, and the order
 * in which dispatch asks. Owns the tables category and dispatch_rule. Answers come from an
 * immutable snapshot in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity"})
package org.gridward.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
