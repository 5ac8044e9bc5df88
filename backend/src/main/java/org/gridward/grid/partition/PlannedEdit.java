package org.gridward.grid.partition;

import java.time.Instant;
import java.util.List;
import org.gridward.grid.partition.EditHistory.Part;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * An edit that is agreed on and made by itself when its day has come.
 *
 * @param kind {@code split}, {@code merge}, {@code reshape}, {@code repair} or {@code divide}
 * @param under the area in which all of it stands
 * @param effectiveAt when it is made, and the new boundaries begin
 * @param actor as in the journal
 * @param refused the code of the problem because of which it was not made on its day; null while it
 *     waits
 * @param current whether the areas are still those it was planned on; only then it can be made
 * @param parts of areas that it creates the id is 0
 */
public record PlannedEdit(
    long id,
    String kind,
    AreaPath under,
    Instant effectiveAt,
    String actor,
    Instant madeAt,
    @Nullable String refused,
    boolean current,
    List<Part> parts) {}
