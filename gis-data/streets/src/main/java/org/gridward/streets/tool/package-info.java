/**
 * {@code gridward import streets}: makes the street network of an OpenStreetMap extract. A program
 * of its own, so that GraphHopper and what it brings stay off the server's class path.
 */
@NullMarked
package org.gridward.streets.tool;

import org.jspecify.annotations.NullMarked;
