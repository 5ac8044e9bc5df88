/** Takes workers in from a CSV file. */
@NullMarked
package org.gridward.workforce.imports;

import org.jspecify.annotations.NullMarked;
