package org.gridward.gis.places;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The different words of all names, in order, each with the names it stands in. Immutable. */
final class WordList {

  private final String[] words;
  private final int[][] names;

  private WordList(String[] words, int[][] names) {
    this.words = words;
    this.names = names;
  }

  /** Collects words while names are numbered from 0. */
  static final class Builder {
    private final Map<String, int[]> lists = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    void add(String word, int name) {
      int size = sizes.merge(word, 1, Integer::sum);
      int[] list = lists.computeIfAbsent(word, _ -> new int[2]);
      if (size > list.length) {
        list = Arrays.copyOf(list, 2 * size);
        lists.put(word, list);
      }
      list[size - 1] = name;
    }

    WordList build() {
      TreeMap<String, int[]> sorted = new TreeMap<>(lists);
      int[][] names =
          sorted.entrySet().stream()
              .map(each -> Arrays.copyOf(each.getValue(), sizes.getOrDefault(each.getKey(), 0)))
              .toArray(int[][]::new);
      return new WordList(sorted.keySet().toArray(String[]::new), names);
    }
  }

  /** Calls for each name with a word that begins so; for a name perhaps more than once. */
  void beginning(String typed, IntConsumer name) {
    int at = Arrays.binarySearch(words, typed);
    for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(typed); i++) {
      Arrays.stream(names[i]).forEach(name);
    }
  }

  /** Calls for each name with this word. */
  void being(String word, IntConsumer name) {
    int at = Arrays.binarySearch(words, word);
    if (at >= 0) {
      Arrays.stream(names[at]).forEach(name);
    }
  }

  /** Calls for each name with a word whose beginning is so many slips away, and no fewer. */
  void resembling(String typed, int slips, IntConsumer name) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].length() >= typed.length() - slips
          && Typos.toBeginning(typed, words[i], slips) == slips) {
        Arrays.stream(names[i]).forEach(name);
      }
    }
  }
}
