/** Personal data of reporters, encrypted, and the codes they follow their reports with. */
@NullMarked
package org.gridward.incident.contact;

import org.jspecify.annotations.NullMarked;
