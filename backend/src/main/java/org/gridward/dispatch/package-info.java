/**
 * Who is asked to handle an incident, and what became of it: the queue of incidents to be
 * dispatched, the ladder of people to ask, offers with their time-outs, assignments, and the
 * reasons for each decision. Owns {@code assignment}, {@code dispatch_work} and {@code
 * dispatch_decision}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "journal",
      "identity",
      "grid",
      "workforce",
      "rulebook",
      "incident",
      "tracking"
    })
package org.gridward.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
