/**
 * The street network: how far and how long it is on foot and by car. Reads {@code streets.gws} in
 * the data folder, which {@code gridward import streets} makes. Owns no tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity"})
package org.gridward.streets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
