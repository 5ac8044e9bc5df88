/**
 * Loads and side-by-side measurements against a started server. Each measurement runs its peer or
 * its physical limit in the same run, prints a table and appends the raw numbers; none of it
 * belongs to the test gate.
 */
@NullMarked
package org.gridward.bench;

import org.jspecify.annotations.NullMarked;
