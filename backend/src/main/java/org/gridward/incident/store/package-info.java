/** The incident as an entity with its moves, and the SQL that reads it. */
@NullMarked
package org.gridward.incident.store;

import org.jspecify.annotations.NullMarked;
