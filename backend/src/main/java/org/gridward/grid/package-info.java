/**
 * The ground: the tree of areas down to the cells, every boundary they have had, and which cell a
 * point lies in, and how many live where. Owns the tables area_type, area, area_boundary,
 * area_edit, area_draft, area_draft_part, area_import and dwelling. Answers about areas come from
 * an immutable snapshot in memory that is replaced when boundaries change; only questions about the
 * past go to PostGIS. Coordinates are EPSG:4326, longitude first.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity"})
package org.gridward.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
