/** How reports become incidents: checked by their caller's thread, committed in groups. */
@NullMarked
package org.gridward.incident.intake;

import org.jspecify.annotations.NullMarked;
