/** Which incidents may be one and the same: how alike they are, and why. */
@NullMarked
package org.gridward.incident.duplicate;

import org.jspecify.annotations.NullMarked;
