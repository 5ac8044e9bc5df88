/** How areas divide their ground: checks for gaps and overlaps, and edits that leave none. */
@NullMarked
package org.gridward.grid.partition;

import org.jspecify.annotations.NullMarked;
