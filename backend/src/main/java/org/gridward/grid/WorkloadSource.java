package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import org.gridward.gis.partition.Load;
import org.locationtech.jts.geom.Envelope;

/** Knows where work comes up; the module that keeps incidents answers. */
public interface WorkloadSource {

  /**
   * One load for each incident whose point lies in the box and that was reported at or after {@code
   * since} and before {@code until}, in a stable order.
   *
   * @param box EPSG:4326
   */
  List<Load> list(Envelope box, Instant since, Instant until);
}
