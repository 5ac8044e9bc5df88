/** Where people live: the table and its import. */
@NullMarked
package org.gridward.grid.dwellings;

import org.jspecify.annotations.NullMarked;
