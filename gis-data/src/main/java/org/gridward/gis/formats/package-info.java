/** Geodata files in: features one by one, every fault with its number and reason. */
@NullMarked
package org.gridward.gis.formats;

import org.jspecify.annotations.NullMarked;
