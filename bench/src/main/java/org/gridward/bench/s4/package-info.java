/** S4: which cell is this point in, beside JTS and PostGIS. */
@NullMarked
package org.gridward.bench.s4;

import org.jspecify.annotations.NullMarked;
