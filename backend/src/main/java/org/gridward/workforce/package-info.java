/**
 * Who answers for which ground, and who is there now: units, workers, skills, responsibility for
 * cells, duty and shifts. Owns {@code unit}, {@code worker}, {@code responsibility} and {@code
 * duty_shift}; reads are answered from a snapshot in memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity", "grid"})
package org.gridward.workforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
