package org.gridward.grid.partition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridward.gis.partition.Load;
import org.gridward.grid.Area;
import org.gridward.grid.Weight;
import org.gridward.grid.WorkloadSource;
import org.gridward.shared.Problem;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.springframework.stereotype.Component;

/** Finds what is to be shared out. */
@Component
class Weights {

  private final List<WorkloadSource> sources;

  Weights(List<WorkloadSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** All of it on the ground of an area; refuses where nothing but incidents could be known. */
  List<Load> list(Area area, Geometry ground, DivisionWish wish) {
    WorkloadSource source =
        sources.stream()
            .filter(one -> one.weights().contains(wish.weight()))
            .findFirst()
            .orElseThrow();
    IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(ground);
    List<Load> loads =
        source
            .list(wish.weight(), ground.getEnvelopeInternal(), wish.since(), wish.until())
            .stream()
            .filter(
                load -> within.locate(new Coordinate(load.lon(), load.lat())) != Location.EXTERIOR)
            .toList();
    if (loads.isEmpty() && wish.weight() != Weight.INCIDENTS) {
      throw new Problem.Rejected(
          "nothing-to-share",
          "no %s are known in %s; import them first"
              .formatted(wish.weight().name().toLowerCase(Locale.ROOT), area.code()),
          Map.of("area", area.id(), "weight", wish.weight().name()));
    }
    return loads;
  }
}
