package org.gridward.grid.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole list; these lists are short and have no next page. */
record Items<T>(List<T> items, @Nullable String next) {
  Items(List<T> items) {
    this(items, null);
  }
}
