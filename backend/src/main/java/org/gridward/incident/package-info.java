/**
 * What happened and what becomes of it: intake of reports, the life cycle of incidents, photos, the
 * reporter's contact. Owns the tables {@code incident}, {@code report}, {@code idempotency} and
 * {@code attachment}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"shared", "journal", "identity", "grid", "workforce", "rulebook"})
package org.gridward.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
