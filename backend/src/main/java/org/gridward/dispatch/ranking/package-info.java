/** The choice of the person to ask, as pure functions: no Spring, no database, no clock. */
@NullMarked
package org.gridward.dispatch.ranking;

import org.jspecify.annotations.NullMarked;
