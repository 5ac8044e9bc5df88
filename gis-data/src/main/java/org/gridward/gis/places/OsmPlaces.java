package org.gridward.gis.places;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.gis.osm.OsmElement;
import org.gridward.gis.osm.OsmReading;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The places of an OpenStreetMap file: addresses ({@code addr:housenumber} with {@code
 * addr:street}), named streets (each one place with its whole course), named settlements, and named
 * points of interest.
 */
public final class OsmPlaces {

  private static final int LONGEST = 300;
  private static final int MOST_OTHERS = 8;
  private static final Set<String> STREETS =
      Set.of(
          "motorway",
          "trunk",
          "primary",
          "secondary",
          "tertiary",
          "unclassified",
          "residential",
          "living_street",
          "pedestrian",
          "service",
          "footway",
          "path",
          "cycleway",
          "steps",
          "road",
          "track");
  private static final List<String> OF_INTEREST =
      List.of(
          "amenity",
          "shop",
          "tourism",
          "leisure",
          "office",
          "healthcare",
          "railway",
          "public_transport",
          "historic",
          "emergency",
          "craft",
          "natural",
          "landuse",
          "man_made",
          "building");

  private final List<FoundPlace> found = new ArrayList<>();
  private final TreeMap<String, List<OsmElement>> streets = new TreeMap<>();
  private final List<OsmElement> addresses = new ArrayList<>();
  private final Map<String, Map<String, String>> streetNames = new HashMap<>();

  private OsmPlaces() {}

  /**
   * All places of the file, streets first, then addresses, then the rest.
   *
   * @throws UnreadableFile where the file cannot be read
   */
  public static List<FoundPlace> read(Path file) {
    OsmPlaces places = new OsmPlaces();
    OsmReading.read(file, OsmPlaces::isWanted, places::take);
    List<FoundPlace> all = new ArrayList<>();
    places.streets.values().forEach(pieces -> all.addAll(StreetCourses.join(pieces)));
    all.forEach(
        street ->
            street
                .names()
                .values()
                .forEach(name -> places.streetNames.putIfAbsent(key(name), street.names())));
    places.addresses.forEach(element -> all.add(places.address(element)));
    all.addAll(places.found);
    return all;
  }

  private static boolean isWanted(Map<String, String> tags) {
    return hasAddress(tags) || isStreet(tags) || isNamedPlace(tags);
  }

  private static boolean hasAddress(Map<String, String> tags) {
    return isLine(tags.get("addr:housenumber")) && isLine(tags.get("addr:street"));
  }

  private static boolean isStreet(Map<String, String> tags) {
    return isLine(tags.get("name"))
        && STREETS.contains(tags.getOrDefault("highway", "").replaceFirst("_link$", ""));
  }

  private static boolean isNamedPlace(Map<String, String> tags) {
    return isLine(tags.get("name"))
        && (tags.containsKey("place") || OF_INTEREST.stream().anyMatch(tags::containsKey));
  }

  private static boolean isLine(@Nullable String text) {
    return text != null
        && !text.isBlank()
        && text.length() <= LONGEST
        && text.indexOf('\0') < 0
        && !PlaceText.plain(text).isEmpty();
  }

  private void take(OsmElement element) {
    if (hasAddress(element.tags())) {
      addresses.add(element);
    }
    if (isStreet(element.tags())) {
      if (element.points().size() > 1) {
        streets.computeIfAbsent(key(name(element)), _ -> new ArrayList<>()).add(element);
      }
    } else if (isNamedPlace(element.tags())) {
      found.add(named(element));
    }
  }

  private static FoundPlace named(OsmElement element) {
    boolean settled = element.tag("place") != null;
    Coordinate point = element.middle();
    String detail =
        hasAddress(element.tags())
            ? element.tag("addr:housenumber") + " " + element.tag("addr:street")
            : null;
    return new FoundPlace(
        element.code(),
        settled ? PlaceKind.PLACE : PlaceKind.POI,
        names(element),
        null,
        detail,
        point.x,
        point.y,
        List.of());
  }

  private FoundPlace address(OsmElement element) {
    String street = String.valueOf(element.tag("addr:street")).strip();
    Coordinate point = element.middle();
    return new FoundPlace(
        element.code() + "/address",
        PlaceKind.ADDRESS,
        streetNames.getOrDefault(key(street), namesOf(street, null, null)),
        String.valueOf(element.tag("addr:housenumber")).strip(),
        null,
        point.x,
        point.y,
        List.of());
  }

  static String name(OsmElement element) {
    return String.valueOf(element.name("name"));
  }

  /** The names an element has, in the languages we show; further ones only to be found by. */
  static Map<String, String> names(OsmElement element) {
    Map<String, String> names =
        namesOf(name(element), element.name("name:en"), element.name("name:zh"));
    Stream.of("name", "name:en", "name:zh")
        .flatMap(key -> element.names(key).stream().skip(1))
        .filter(other -> isLine(other) && !names.containsValue(other))
        .distinct()
        .limit(MOST_OTHERS)
        .toList()
        .forEach(other -> names.put("x-" + (names.size() + 1), other));
    return names;
  }

  private static Map<String, String> namesOf(
      String name, @Nullable String english, @Nullable String chinese) {
    Map<String, String> names = new HashMap<>();
    names.put("en", isLine(english) ? String.valueOf(english).strip() : name);
    if (isLine(chinese)) {
      names.put("zh", String.valueOf(chinese).strip());
    } else if (!PlaceText.plain(name).han().isEmpty()) {
      names.put("zh", name);
    }
    return names;
  }

  static String key(String name) {
    return PlaceText.ofName(name).key();
  }
}
