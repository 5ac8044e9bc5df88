package org.gridward.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridward.gis.geometry.Geodesic;
import org.gridward.gis.places.PlaceHit;
import org.gridward.gis.places.PlaceKind;
import org.gridward.gis.places.PlaceSearch;
import org.gridward.gis.places.TypedAddress;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Service;

/**
 * Finds places by what is typed, and names points. Words are looked up in memory, house numbers by
 * an index of the table (decision 0300). Thread-safe.
 */
@Service
public class Gazetteer {

  /** Up to here a point is at an address. */
  static final double AT_METRES = 30;

  /** Up to here it is near one; beyond, it has no name. */
  static final double NEAR_METRES = 300;

  /** Places of one name and kind that are no farther apart are one to those who search. */
  static final double SAME_METRES = 250;

  private static final int MERGED_AT_MOST = 6;
  private static final int STREETS = 12;

  private final PlaceNames names;
  private final PlaceRows rows;

  Gazetteer(PlaceNames names, PlaceRows rows) {
    this.names = names;
    this.rows = rows;
  }

  public PlaceCounts count() {
    return names.current().counts();
  }

  /** The best first, by {@link PlaceHit#BEST_FIRST}; empty where nothing resembles the text. */
  public List<Place> search(PlaceSearch search) {
    PlaceNames.Known known = names.current();
    List<PlaceHit> hits = new ArrayList<>();
    for (TypedAddress reading : TypedAddress.readings(search.text())) {
      hits.addAll(addresses(known, search, reading));
    }
    hits.addAll(known.named().search(search.withLimit(MERGED_AT_MOST * search.limit())));
    if (hits.isEmpty()) {
      // A number that nobody knows: its street at least. A street known by its numbers only: those.
      TypedAddress.readings(search.text())
          .forEach(reading -> hits.addAll(known.named().search(search.withText(reading.street()))));
      hits.addAll(addresses(known, search, new TypedAddress("", search.text())));
    }
    return places(hits, search);
  }

  /**
   * Whether a place is called just this, or the text is a number in a street that has numbers; told
   * at once, without the table. True of a few texts more, never false of a name.
   */
  public boolean mayName(String text) {
    PlaceNames.Known known = names.current();
    return known.named().mayName(text)
        || TypedAddress.readings(text).stream()
            .anyMatch(reading -> known.numbered().mayName(reading.street()));
  }

  private List<PlaceHit> addresses(
      PlaceNames.Known known, PlaceSearch search, TypedAddress reading) {
    PlaceSearch streets = new PlaceSearch(reading.street(), search.view(), search.near(), STREETS);
    Map<String, PlaceHit> byKey = new LinkedHashMap<>();
    for (PlaceHit street : known.numbered().search(streets)) {
      byKey.put(known.streetKeys().get((int) street.id()), street);
    }
    return rows
        .listAddresses(byKey.keySet(), reading.number(), search.near(), 4 * search.limit())
        .stream()
        .flatMap(
            address ->
                Optional.ofNullable(byKey.get(address.street())).stream()
                    .map(street -> hit(address, street, search, reading)))
        .toList();
  }

  private static PlaceHit hit(
      PlaceRows.Address address, PlaceHit street, PlaceSearch search, TypedAddress reading) {
    Place place = address.place();
    Double metres = place.metres();
    return new PlaceHit(
        place.id(),
        PlaceKind.ADDRESS,
        street.typos(),
        search.view() != null && search.view().contains(place.lon(), place.lat()),
        address.number().equals(reading.number()) && street.whole(),
        address.number().equals(reading.number()),
        metres == null ? 0 : metres,
        street.length() + address.number().length());
  }

  private List<Place> places(List<PlaceHit> hits, PlaceSearch search) {
    List<Long> ids =
        hits.stream()
            .sorted(PlaceHit.BEST_FIRST)
            .map(PlaceHit::id)
            .distinct()
            .limit((long) MERGED_AT_MOST * search.limit())
            .toList();
    Map<Long, Place> found =
        rows.list(ids, search.near()).stream()
            .collect(Collectors.toMap(Place::id, Function.identity()));
    List<Place> places = new ArrayList<>();
    for (long id : ids) {
      Place place = found.get(id);
      if (place != null && places.size() < search.limit() && !isTold(place, places)) {
        places.add(place);
      }
    }
    return places;
  }

  /**
   * Whether one of the same name and kind stands in the list already, such as a station's exits and
   * the shops of one house.
   */
  private static boolean isTold(Place place, List<Place> places) {
    return places.stream()
        .anyMatch(
            other ->
                other.kind() == place.kind()
                    && isOneName(other, place)
                    && Geodesic.metres(other.lon(), other.lat(), place.lon(), place.lat())
                        <= SAME_METRES);
  }

  /** Two sources seldom say the same of what both know: its English name tells that it is one. */
  private static boolean isOneName(Place one, Place other) {
    return one.source().equals(other.source())
        ? one.labels().equals(other.labels()) && Objects.equals(one.detail(), other.detail())
        : Objects.equals(one.labels().get("en"), other.labels().get("en"));
  }

  /**
   * The nearest address; the nearest street where no address is near enough.
   *
   * @param point degrees, longitude first
   * @return empty where nothing is within {@value #NEAR_METRES} m
   */
  public Optional<NearbyPlace> findNearest(Coordinate point) {
    return rows.findNearestAddress(point, NEAR_METRES)
        .or(() -> rows.findNearestStreet(point, NEAR_METRES))
        .map(place -> new NearbyPlace(place, isOnlyNear(place)));
  }

  private static boolean isOnlyNear(Place place) {
    Double metres = place.metres();
    return metres != null && metres > AT_METRES;
  }
}
