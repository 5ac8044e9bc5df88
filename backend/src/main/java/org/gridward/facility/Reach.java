package org.gridward.facility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.facility.hours.OpenState;
import org.gridward.gis.streets.Snap;
import org.gridward.gis.streets.StreetNetwork;
import org.gridward.gis.streets.StreetSearch;
import org.gridward.gis.streets.Travel;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.streets.Streets;
import org.gridward.streets.Way.Measured;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/**
 * Finds those who are far from every facility of a kind, by one search along the streets from all
 * facilities at once. Where both a home and a facility have a street, only the way along streets
 * counts; what has none is judged by the straight line at walking speed. Thread-safe.
 */
@Component
public class Reach {

  private static final int EVERYTHING = Integer.MAX_VALUE;

  private final Facilities facilities;
  private final OpenHours hours;
  private final Streets streets;
  private final Homes homes;

  Reach(Facilities facilities, OpenHours hours, Streets streets, Homes homes) {
    this.facilities = facilities;
    this.hours = hours;
    this.streets = streets;
    this.homes = homes;
  }

  /**
   * Judges every home in the box; facilities count wherever they are.
   *
   * @param box EPSG:4326
   */
  public Reached measure(ReachQuery query, Envelope box) {
    List<Facility> counted = facilities(query);
    Streets.Edition edition = query.metres() == null ? streets.find().orElse(null) : null;
    Judge judge = new Judge(query, counted, edition == null ? null : edition.network());
    List<Reached.Home> judged =
        homes.list(query.of(), box, edition).stream().map(judge::judge).toList();
    return new Reached(
        judged,
        counted,
        judge.distance(),
        edition != null && judge.followed ? edition.attribution() : null);
  }

  private List<Facility> facilities(ReachQuery query) {
    if (facilities.listKinds().stream().noneMatch(kind -> kind.code().equals(query.kind()))) {
      throw new Problem.Rejected(
          "facility-kind-unknown",
          "there is no kind of facility '%s'".formatted(query.kind()),
          Map.of("kind", query.kind()));
    }
    return facilities
        .list(new FacilityQuery(AreaPath.ROOT, query.kind(), null, 0, EVERYTHING))
        .stream()
        .filter(each -> !query.openNow() || isOpen(each))
        .toList();
  }

  private boolean isOpen(Facility facility) {
    return hours.now(facility.facts().hours()).state() == OpenState.OPEN;
  }

  /** One search. */
  private static final class Judge {
    private final StraightReach all = new StraightReach();
    private final StraightReach withoutStreet = new StraightReach();
    private final @Nullable StreetSearch search;
    private final double metres;
    private final Map<Measured, Integer> how = new HashMap<>();
    private boolean followed;

    Judge(ReachQuery query, List<Facility> counted, @Nullable StreetNetwork network) {
      this.metres = query.straightMetres();
      List<Snap> starts = new ArrayList<>();
      for (Facility facility : counted) {
        double lon = facility.facts().lon();
        double lat = facility.facts().lat();
        all.add(lon, lat);
        Optional<Snap> start =
            network == null ? Optional.empty() : network.snap(lon, lat, Travel.ON_FOOT);
        start.ifPresentOrElse(starts::add, () -> withoutStreet.add(lon, lat));
      }
      Integer minutes = query.minutes();
      this.search =
          network == null || minutes == null ? null : network.toAny(starts, minutes * 60.0);
    }

    Reached.Home judge(Homes.Home home) {
      Snap street = home.street();
      boolean near;
      if (search == null || street == null) {
        near = all.has(home.lon(), home.lat(), metres);
        how.merge(Measured.STRAIGHT_LINE, 1, Integer::sum);
      } else {
        near = search.to(street).isPresent() || withoutStreet.has(home.lon(), home.lat(), metres);
        how.merge(Measured.STREET, 1, Integer::sum);
        followed = true;
      }
      return new Reached.Home(home.lon(), home.lat(), home.weight(), near);
    }

    String distance() {
      return how.size() > 1
          ? "mixed"
          : how.containsKey(Measured.STREET)
              ? Measured.STREET.word()
              : Measured.STRAIGHT_LINE.word();
    }
  }
}
