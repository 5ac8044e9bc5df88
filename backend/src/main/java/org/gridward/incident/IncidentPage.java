package org.gridward.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some incidents, without their assignees, and where the next page starts.
 *
 * @param next null on the last page
 */
public record IncidentPage(List<IncidentView> items, @Nullable String next) {}
