package org.gridward.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridward.gazetteer.Gazetteer;
import org.gridward.gazetteer.Place;
import org.gridward.gis.places.PlaceSearch;
import org.gridward.grid.CellLocator;
import org.gridward.incident.PlaceGuesses;
import org.gridward.shared.AreaPath;
import org.springframework.stereotype.Service;

/**
 * Finds the places that a text names, by the gazetteer: only those whose name stands in the text as
 * a whole, the longest name first, since {@code 12 Canal Street} says more than {@code Canal
 * Street}.
 */
@Service
public class WordedPlaces implements PlaceGuesses {

  private static final int MOST = 8;
  private static final int HITS = 8;
  private static final int LEAST_HAN = 2;
  private static final int LEAST_LETTERS = 4;

  private final Gazetteer gazetteer;
  private final CellLocator cells;

  WordedPlaces(Gazetteer gazetteer, CellLocator cells) {
    this.gazetteer = gazetteer;
    this.cells = cells;
  }

  /** A place, and how many letters of the text are its name. */
  private record Named(Place place, int letters) {}

  /** At most {@value #MOST}, the longest name first. */
  public List<Place> list(String words) {
    return find(words).stream().map(Named::place).limit(MOST).toList();
  }

  @Override
  public Optional<AreaPath> findArea(String words) {
    List<Named> found = find(words);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int longest = found.getFirst().letters();
    return found.stream()
        .filter(named -> named.letters() == longest)
        .flatMap(named -> cells.locate(named.place().lon(), named.place().lat()).stream())
        .map(cell -> cell.path().parent())
        .reduce(WordedPlaces::common)
        .filter(area -> !area.isRoot());
  }

  private static AreaPath common(AreaPath one, AreaPath other) {
    AreaPath common = one;
    while (!common.contains(other)) {
      common = common.parent();
    }
    return common;
  }

  private List<Named> find(String words) {
    String plain = Phrases.plain(words);
    Map<Long, Named> found = new LinkedHashMap<>();
    for (String phrase : Phrases.of(words, gazetteer::mayName)) {
      for (Place place : gazetteer.search(new PlaceSearch(phrase, null, null, HITS))) {
        int letters = lettersNamed(plain, place);
        if (letters > 0) {
          found.putIfAbsent(place.id(), new Named(place, letters));
        }
      }
    }
    return found.values().stream()
        .sorted(
            Comparator.comparingInt((Named named) -> -named.letters())
                .thenComparing(named -> named.place().kind())
                .thenComparing(named -> named.place().id()))
        .toList();
  }

  private static int lettersNamed(String plain, Place place) {
    return place.labels().values().stream()
        .map(Phrases::plain)
        .filter(name -> name.length() >= least(name) && Phrases.names(plain, name))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static int least(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic) ? LEAST_HAN : LEAST_LETTERS;
  }
}
