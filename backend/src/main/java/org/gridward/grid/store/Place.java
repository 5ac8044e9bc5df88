package org.gridward.grid.store;

import org.gridward.shared.AreaPath;

/** Where an area stands under: its parent's id and path. */
public record Place(long id, AreaPath path) {}
