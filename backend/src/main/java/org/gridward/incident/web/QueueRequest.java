package org.gridward.incident.web;

import org.gridward.incident.Placement;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list of incidents as it stands in the address; what is left out narrows nothing.
 *
 * @param area an area's id; null or 0 is all that the caller sees
 * @param stage {@code OPEN} (where left out), {@code ALL}, or stages with commas between
 * @param severity severities with commas between
 * @param category codes with commas between
 * @param words separated by blanks; each must be found
 * @param worker id of the worker who holds it now
 * @param scope {@code mine}: what the caller has; {@code area}: what is in the caller's areas and
 *     not escalated past the caller; {@code escalated}: what was escalated to the caller; {@code
 *     all} (where left out)
 * @param keeper {@code me}, {@code nobody}, or the id of the user who has it
 * @param late true: only what is past its time limit and not fed back
 */
record QueueRequest(
    @Nullable Long area,
    @Nullable String stage,
    @Nullable Placement placement,
    @Nullable String severity,
    @Nullable String category,
    @Nullable String words,
    @Nullable Long worker,
    @Nullable String scope,
    @Nullable String keeper,
    @Nullable Boolean late,
    @Nullable Integer limit,
    @Nullable String after) {}
