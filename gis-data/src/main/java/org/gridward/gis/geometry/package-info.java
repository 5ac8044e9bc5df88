/** Rules for area boundaries: what is accepted, what is safely repaired, what is refused. */
@NullMarked
package org.gridward.gis.geometry;

import org.jspecify.annotations.NullMarked;
