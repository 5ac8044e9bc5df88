package org.gridward.identity;

import org.gridward.shared.AreaPath;

/** A role held in an area and everything below it; the root path is the whole installation. */
public record Grant(Role role, AreaPath area) {}
