/**
 * The one program: starts the server (with its private database where none is named), runs the
 * commands that modules contribute, and holds the clients that speak with a server over HTTP
 * (replay, demo). Owns the data folder; no table.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "cluster",
      "journal",
      "identity",
      "grid",
      "rulebook",
      "incident"
    })
package org.gridward.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
