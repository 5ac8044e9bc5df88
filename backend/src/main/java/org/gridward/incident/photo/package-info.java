/** Photos: checked by content, re-encoded without metadata, kept in the database. */
@NullMarked
package org.gridward.incident.photo;

import org.jspecify.annotations.NullMarked;
