/** Areas out to files that {@code org.gridward.gis.formats} reads back as they were. */
@NullMarked
package org.gridward.gis.exports;

import org.jspecify.annotations.NullMarked;
