/**
 * What happens, on every screen within a second: STOMP over WebSocket at {@code /ws}, where each
 * subscription has a place in the journal, and the REST twins of it. Owns no table.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "journal",
      "identity",
      "grid",
      "workforce",
      "incident",
      "tracking",
      "dispatch"
    })
package org.gridward.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
