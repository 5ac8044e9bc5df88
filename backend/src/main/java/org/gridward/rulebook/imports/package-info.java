/** Categories from a column of a table: {@code gridward import categories}. */
@NullMarked
package org.gridward.rulebook.imports;

import org.jspecify.annotations.NullMarked;
