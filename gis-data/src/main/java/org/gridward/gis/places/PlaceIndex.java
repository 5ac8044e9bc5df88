package org.gridward.gis.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds places by what is typed of their names. Every typed word must begin a word of the name (an
 * ordinal be one), and the typed Chinese characters must stand in it side by side; where that gives
 * too few answers, slips of the keyboard are forgiven ({@link Typos#allowed}; one in three or more
 * Chinese characters). Ranked by {@link PlaceHit#BEST_FIRST}. Immutable and thread-safe.
 *
 * <p>All in memory: words in a sorted list with the names they stand in, so a search costs what it
 * finds; forgiving costs one comparison with every different word.
 */
public final class PlaceIndex {

  /** Of nothing. */
  public static final PlaceIndex EMPTY = new PlaceIndex(List.of());

  private static final int HAN_WITH_TYPOS = 3;

  private final List<PlaceEntry> entries;
  private final List<Name> names = new ArrayList<>();
  private final WordList words;
  private final int namesEach;

  /** Hashes of the names as they are compared, in order. */
  private final int[] hashes;

  private record Name(PlaceEntry of, PlaceText text, int length) {}

  public PlaceIndex(List<PlaceEntry> entries) {
    this.entries = List.copyOf(entries);
    WordList.Builder collected = new WordList.Builder();
    int most = 1;
    for (PlaceEntry entry : entries) {
      most = Math.max(most, entry.names().size());
      for (String written : entry.names()) {
        PlaceText text = PlaceText.ofName(written);
        for (String word : text.words()) {
          collected.add(word, names.size());
        }
        names.add(new Name(entry, text, written.length()));
      }
    }
    this.words = collected.build();
    this.namesEach = most;
    this.hashes = names.stream().mapToInt(name -> name.text.key().hashCode()).sorted().toArray();
  }

  /** How many places there are. */
  public int size() {
    return entries.size();
  }

  /**
   * Whether a place is called just this, told at once. True of a few texts more that are no name,
   * never false of one.
   */
  public boolean mayName(String text) {
    return Arrays.binarySearch(hashes, PlaceText.ofName(text).key().hashCode()) >= 0;
  }

  /** The best first, each place once; empty where nothing with a letter or digit was typed. */
  public List<PlaceHit> search(PlaceSearch search) {
    PlaceText typed = PlaceText.plain(search.text());
    if (typed.isEmpty()) {
      return List.of();
    }
    List<PlaceHit> hits = search(typed, search, false);
    return hits.size() >= search.limit() ? hits : search(typed, search, true);
  }

  private List<PlaceHit> search(PlaceText typed, PlaceSearch search, boolean forgiving) {
    int[] typos = wordTypos(List.copyOf(new LinkedHashSet<>(typed.words())), forgiving);
    int kept = search.limit() * namesEach;
    PriorityQueue<PlaceHit> best = new PriorityQueue<>(PlaceHit.BEST_FIRST.reversed());
    for (int i = 0; i < typos.length; i++) {
      int han = typos[i] < 0 ? -1 : hanTypos(typed.han(), names.get(i).text.han(), forgiving);
      if (han >= 0) {
        best.add(hit(names.get(i), typed, typos[i] + han, search));
        if (best.size() > kept) {
          best.poll();
        }
      }
    }
    return eachOnce(best, search.limit());
  }

  /** For each name the slips in its words; -1 where a typed word is not among them. */
  private int[] wordTypos(List<String> typed, boolean forgiving) {
    int[] sum = new int[names.size()];
    int[] found = new int[names.size()];
    for (int k = 0; k < typed.size(); k++) {
      int number = k;
      for (String begins : PlaceText.beginnings(typed.get(k))) {
        words.beginning(begins, name -> count(sum, found, name, number, 0));
      }
      PlaceText.findOrdinal(typed.get(k))
          .ifPresent(whole -> words.being(whole, name -> count(sum, found, name, number, 0)));
      int most = forgiving ? Typos.allowed(typed.get(k)) : 0;
      for (int slips = 1; slips <= most; slips++) {
        int more = slips;
        words.resembling(typed.get(k), slips, name -> count(sum, found, name, number, more));
      }
      if (Arrays.stream(found).noneMatch(count -> count > number)) {
        break; // what is typed further costs nothing where no name is left
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = found[i] == typed.size() ? sum[i] : -1;
    }
    return sum;
  }

  /** The first count of a word is its least; a name counts on only if it has all words before. */
  private static void count(int[] sum, int[] found, int name, int number, int slips) {
    if (found[name] == number) {
      found[name] = number + 1;
      sum[name] += slips;
    }
  }

  private static int hanTypos(String typed, String name, boolean forgiving) {
    if (name.contains(typed)) {
      return 0;
    }
    boolean near =
        forgiving
            && typed.length() >= HAN_WITH_TYPOS
            && !name.isEmpty()
            && Typos.toPart(typed, name) == 1;
    return near ? 1 : -1;
  }

  private static PlaceHit hit(Name name, PlaceText typed, int typos, PlaceSearch search) {
    List<String> words = name.text.words();
    boolean sameWords = words.size() == typed.words().size();
    for (int i = 0; sameWords && i < words.size(); i++) {
      sameWords = PlaceText.isWhole(typed.words().get(i), words.get(i));
    }
    boolean begins =
        typed.han().isEmpty()
            ? PlaceText.isBeginning(typed.words().getFirst(), words.getFirst())
            : name.text.han().startsWith(typed.han());
    return new PlaceHit(
        name.of.id(),
        name.of.kind(),
        typos,
        search.view() != null && search.view().intersects(name.of.extent()),
        sameWords && name.text.han().equals(typed.han()),
        begins,
        PlaceHit.distance(name.of, search),
        name.length);
  }

  private static List<PlaceHit> eachOnce(PriorityQueue<PlaceHit> best, int limit) {
    PlaceHit[] sorted = best.toArray(PlaceHit[]::new);
    Arrays.sort(sorted, PlaceHit.BEST_FIRST);
    Set<Long> seen = new HashSet<>();
    return Arrays.stream(sorted).filter(hit -> seen.add(hit.id())).limit(limit).toList();
  }
}
