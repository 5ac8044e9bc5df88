package org.gridward.workforce.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that fits one page. */
record ItemList<T>(List<T> items, @Nullable String next) {

  static <T> ItemList<T> of(List<T> items) {
    return new ItemList<>(items, null);
  }
}
