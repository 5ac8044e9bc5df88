package org.gridward.insight;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Small numbers for words, given in turn from 0. One thread gives, any number read. */
final class Codes {

  private final Map<String, Integer> codes = new ConcurrentHashMap<>();
  private final List<String> words = new CopyOnWriteArrayList<>();

  /** The code of a word, a new one if need be. */
  int of(String word) {
    Integer known = codes.get(word);
    if (known != null) {
      return known;
    }
    words.add(word); // before the code, so that who has a code finds its word
    codes.put(word, words.size() - 1);
    return words.size() - 1;
  }

  String word(int code) {
    return words.get(code);
  }

  int size() {
    return words.size();
  }
}
