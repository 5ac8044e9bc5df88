/** Facilities from files: {@code gridward import facilities}. */
@NullMarked
package org.gridward.facility.imports;

import org.jspecify.annotations.NullMarked;
