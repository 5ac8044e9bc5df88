/**
 * The private PostgreSQL + PostGIS that Gridward runs for itself where no {@code GRIDWARD_DB_URL}
 * names a server: finds the programs, makes the cluster, starts it as a child that ends with its
 * parent. Owns its data folder; knows no Spring.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.gridward.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
