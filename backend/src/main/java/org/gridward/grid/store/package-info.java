/** Writing areas and boundaries: the entities, and what happens to them. */
@NullMarked
package org.gridward.grid.store;

import org.jspecify.annotations.NullMarked;
