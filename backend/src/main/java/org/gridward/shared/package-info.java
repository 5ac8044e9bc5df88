/** What every module speaks with: problems, ids, area paths, actors, time. Owns no table. */
@NullMarked
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package org.gridward.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
