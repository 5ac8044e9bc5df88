/** Areas from files: {@code gridward import areas}. */
@NullMarked
package org.gridward.grid.imports;

import org.jspecify.annotations.NullMarked;
