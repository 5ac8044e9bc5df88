package org.gridward.grid.partition;

import java.time.Instant;
import org.gridward.gis.partition.Shares;
import org.gridward.shared.AreaPath;
import org.jspecify.annotations.Nullable;

/**
 * A division that was kept under a name and not made yet.
 *
 * @param areaId the area that would be divided
 * @param ground tells apart the boundaries it was made on
 * @param today how the cells of then shared the weight; null where there were none
 * @param then how the proposed ones do
 * @param actor as in the journal
 */
public record DivisionDraft(
    long id,
    String name,
    long areaId,
    AreaPath area,
    String ground,
    DivisionWish wish,
    @Nullable Shares today,
    Shares then,
    String actor,
    Instant madeAt) {}
