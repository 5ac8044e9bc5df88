package org.gridward.cli.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param speed times faster than the past, may be infinite
 * @param from what happened before is not played
 * @param closings whether closings are played too
 * @param connections requests under way at the same time, at least 2
 */
record ReplayOptions(double speed, @Nullable Instant from, boolean closings, int connections) {}
