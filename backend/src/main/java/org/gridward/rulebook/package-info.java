/**
 * Rules as versioned data, never code: the incident catalogue with its time limits, the order in
 * which dispatch asks, and to whom cases are escalated. Owns the tables category, dispatch_rule and
 * escalation_rule. Answers about the first two come from an immutable snapshot in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity"})
package org.gridward.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
