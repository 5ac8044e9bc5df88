/** Polygons that share their borders, treated together so that the borders stay shared. */
@NullMarked
package org.gridward.gis.coverage;

import org.jspecify.annotations.NullMarked;
