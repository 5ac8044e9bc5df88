package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridward.gis.partition.Load;
import org.locationtech.jts.geom.Envelope;

/** Knows where something lies by which ground is shared out; the modules that keep it answer. */
public interface WorkloadSource {

  /** What this source knows; no two know the same. */
  Set<Weight> weights();

  /**
   * All of one kind in a box, in a stable order.
   *
   * @param weight one of {@link #weights}
   * @param box EPSG:4326
   * @param since what happened then or later counts; no matter to what has no time
   * @param until what happened before then
   */
  List<Load> list(Weight weight, Envelope box, Instant since, Instant until);
}
