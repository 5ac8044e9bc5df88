package org.gridward.gazetteer;

import java.util.HashMap;
import java.util.Map;
import org.gridward.gis.places.PlaceKind;
import org.gridward.gis.places.PlaceText;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer.
 *
 * @param source what it came from: {@code osm}, {@code facility} …
 * @param names by language tag, {@code en} always; of an address, its street's
 * @param number of an address, as it is written; null for anything else
 * @param detail more for people, such as the address of a shop; null for none
 * @param lon degrees east, WGS 84; of a street, its point nearest to where the person looks
 * @param lat degrees north, WGS 84
 * @param metres from where the person looks or points, along the ellipsoid; null where nobody said
 */
public record Place(
    long id,
    String source,
    PlaceKind kind,
    Map<String, String> names,
    @Nullable String number,
    @Nullable String detail,
    double lon,
    double lat,
    @Nullable Double metres) {

  public Place {
    names = Map.copyOf(names);
  }

  /** What to call it, by language tag: {@code 12 Canal Street}, {@code 运河街12号}. */
  public Map<String, String> labels() {
    if (number == null) {
      return names;
    }
    Map<String, String> labels = new HashMap<>();
    names.forEach((language, street) -> labels.put(language, label(street, number)));
    return labels;
  }

  private static String label(String street, String number) {
    boolean chinese = !PlaceText.ofName(street).han().isEmpty();
    String sign = number.endsWith("号") || number.endsWith("號") ? "" : "号";
    return chinese ? street + number + sign : number + " " + street;
  }
}
