/** Opening hours: read by a library, judged here to the minute; what is not certain says so. */
@NullMarked
package org.gridward.facility.hours;

import org.jspecify.annotations.NullMarked;
