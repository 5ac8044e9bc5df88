/** Areas to files: {@code gridward export areas}. */
@NullMarked
package org.gridward.grid.exports;

import org.jspecify.annotations.NullMarked;
