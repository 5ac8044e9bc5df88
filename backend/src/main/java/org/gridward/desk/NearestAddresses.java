package org.gridward.desk;

import java.util.Optional;
import org.gridward.gazetteer.Gazetteer;
import org.gridward.gazetteer.PlaceCounts;
import org.gridward.incident.Address;
import org.gridward.incident.PointNames;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Service;

/** Names a point by the gazetteer's nearest address or street; asks nobody where there is none. */
@Service
class NearestAddresses implements PointNames {

  private final Gazetteer gazetteer;

  NearestAddresses(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  @Override
  public Optional<Address> findAddress(double lon, double lat) {
    PlaceCounts known = gazetteer.count();
    if (known.addresses() + known.streets() == 0) {
      return Optional.empty();
    }
    return gazetteer
        .findNearest(new Coordinate(lon, lat))
        .map(found -> new Address(found.place().labels(), found.near()));
  }
}
