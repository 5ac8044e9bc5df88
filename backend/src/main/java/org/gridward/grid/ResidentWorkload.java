package org.gridward.grid;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gridward.gis.partition.Load;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Households and people as loads. */
@Component
class ResidentWorkload implements WorkloadSource {

  private final Residents residents;

  ResidentWorkload(Residents residents) {
    this.residents = residents;
  }

  @Override
  public Set<Weight> weights() {
    return Set.of(Weight.HOUSEHOLDS, Weight.PEOPLE);
  }

  @Override
  public List<Load> list(Weight weight, Envelope box, Instant since, Instant until) {
    boolean people = weight == Weight.PEOPLE;
    return residents.list(box).stream()
        .filter(one -> (people ? one.people() : one.households()) > 0)
        .map(one -> new Load(one.lon(), one.lat(), people ? one.people() : one.households()))
        .toList();
  }
}
