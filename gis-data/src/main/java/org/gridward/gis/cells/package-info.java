/** Which cell is this point in: an immutable index in memory, exact on borders. */
@NullMarked
package org.gridward.gis.cells;

import org.jspecify.annotations.NullMarked;
