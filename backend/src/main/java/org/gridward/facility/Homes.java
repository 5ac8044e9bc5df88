package org.gridward.facility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gridward.gis.partition.Load;
import org.gridward.gis.streets.Snap;
import org.gridward.gis.streets.Travel;
import org.gridward.grid.Weight;
import org.gridward.grid.WorkloadSource;
import org.gridward.streets.Streets;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/**
 * Where people live, each with the street at the door; as it was at most a minute ago. Thread-safe.
 */
@Component
class Homes {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final List<WorkloadSource> sources;
  private final Cache<Asked, List<Home>> lists =
      Caffeine.newBuilder().maximumSize(8).expireAfterWrite(KEPT).build();

  Homes(List<WorkloadSource> sources) {
    this.sources = sources;
  }

  private record Asked(Weight of, Envelope box, String streets) {}

  /**
   * One home, or several at one point.
   *
   * @param street null where none is near, or there is no street network
   */
  record Home(double lon, double lat, double weight, @Nullable Snap street) {}

  List<Home> list(Weight of, Envelope box, Streets.@Nullable Edition streets) {
    String version = streets == null ? "" : streets.version();
    return lists.get(new Asked(of, box, version), asked -> read(asked, streets));
  }

  private List<Home> read(Asked asked, Streets.@Nullable Edition streets) {
    return loads(asked.of(), asked.box()).map(load -> home(load, streets)).toList();
  }

  private Stream<Load> loads(Weight of, Envelope box) {
    return sources.stream()
        .filter(source -> source.weights().contains(of))
        .flatMap(source -> source.list(of, box, Instant.MIN, Instant.MAX).stream());
  }

  private static Home home(Load load, Streets.@Nullable Edition streets) {
    Snap street =
        streets == null
            ? null
            : streets.network().snap(load.lon(), load.lat(), Travel.ON_FOOT).orElse(null);
    return new Home(load.lon(), load.lat(), load.weight(), street);
  }
}
