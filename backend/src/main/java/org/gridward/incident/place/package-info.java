/** From what somebody says about a place to a cell. */
@NullMarked
package org.gridward.incident.place;

import org.jspecify.annotations.NullMarked;
