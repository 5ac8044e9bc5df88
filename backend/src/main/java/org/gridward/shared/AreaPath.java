package org.gridward.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a thing stands in the area tree: the ids from the root down, each followed by a slash
 * ({@code 1/5/230/}). The empty path is the whole installation. A path contains another when it is
 * its prefix, so "is this inside my area" is one string comparison here and one index range in the
 * database.
 */
public record AreaPath(@JsonValue String value) {

  /** The whole installation. */
  public static final AreaPath ROOT = new AreaPath("");

  @JsonCreator
  public AreaPath {
    if (!isPath(value)) {
      throw new IllegalArgumentException("not an area path: '" + value + "'");
    }
  }

  /** Numbers, each followed by a slash. Checked by hand: paths are made for every incident. */
  private static boolean isPath(String value) {
    char before = '/';
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean fits = c == '/' ? before != '/' : c >= '0' && c <= '9';
      if (!fits) {
        return false;
      }
      before = c;
    }
    return before == '/';
  }

  /** The path of the area {@code id} directly under this one. */
  public AreaPath child(long id) {
    return new AreaPath(value + id + "/");
  }

  /** True when {@code other} is this area or lies below it. */
  public boolean contains(AreaPath other) {
    return other.value.startsWith(value);
  }

  public boolean isRoot() {
    return value.isEmpty();
  }

  /** The area above; the root's parent is the root. */
  public AreaPath parent() {
    if (value.isEmpty()) {
      return this;
    }
    return new AreaPath(value.substring(0, value.lastIndexOf('/', value.length() - 2) + 1));
  }

  /** Area ids from the top down; empty for the root. */
  public List<Long> ids() {
    List<Long> ids = new ArrayList<>();
    for (int from = 0; from < value.length(); ) {
      int slash = value.indexOf('/', from);
      ids.add(Long.parseLong(value, from, slash, 10));
      from = slash + 1;
    }
    return ids;
  }

  @Override
  public String toString() {
    return value;
  }
}
