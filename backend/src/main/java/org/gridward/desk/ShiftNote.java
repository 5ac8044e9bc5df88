package org.gridward.desk;

import java.time.Instant;
import org.gridward.shared.AreaPath;

/**
 * What somebody left for the next shift.
 *
 * @param area whose operators it is for
 * @param writtenBy a user's id
 */
public record ShiftNote(long id, AreaPath area, long writtenBy, String note, Instant writtenAt) {}
