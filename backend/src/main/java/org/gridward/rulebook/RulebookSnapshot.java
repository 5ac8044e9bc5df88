package org.gridward.rulebook;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rules at one moment; immutable. */
final class RulebookSnapshot {

  /** One row of the catalogue. */
  record Version(Category category, boolean retired) {}

  private record Key(String code, int version) {}

  private final Map<Key, Category> versions = new HashMap<>();
  private final Map<String, Category> current;
  private final DispatchRules dispatchRules;

  /**
   * @param rows of the catalogue, ordered by code and version
   */
  RulebookSnapshot(List<Version> rows, DispatchRules dispatchRules) {
    Map<String, Category> latest = new TreeMap<>();
    for (Version row : rows) {
      Category category = row.category();
      versions.put(new Key(category.code(), category.version()), category);
      if (row.retired()) {
        latest.remove(category.code());
      } else {
        latest.put(category.code(), category);
      }
    }
    this.current = Collections.unmodifiableMap(latest);
    this.dispatchRules = dispatchRules;
  }

  Optional<Category> find(String code) {
    return Optional.ofNullable(current.get(code));
  }

  Category get(String code, int version) {
    Category category = versions.get(new Key(code, version));
    if (category == null) {
      throw new CategoryUnknown(code);
    }
    return category;
  }

  List<Category> list() {
    return List.copyOf(current.values());
  }

  DispatchRules dispatchRules() {
    return dispatchRules;
  }
}
