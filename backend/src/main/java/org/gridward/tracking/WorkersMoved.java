package org.gridward.tracking;

import java.time.Instant;
import java.util.List;

/** The newest position of every worker who moved since the last tick; all are durable. */
public record WorkersMoved(Instant at, List<Position> positions) {}
