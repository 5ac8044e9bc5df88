/** Places from files: {@code gridward import places} and {@code gridward import addresses}. */
@NullMarked
package org.gridward.gazetteer.imports;

import org.jspecify.annotations.NullMarked;
