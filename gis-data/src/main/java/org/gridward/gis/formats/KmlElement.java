package org.gridward.gis.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a Placemark with all that stands in it.
 *
 * @param name without its prefix
 * @param label the attribute "name" of Data and SimpleData, the "id" of others; null where absent
 */
record KmlElement(
    String name, @Nullable String label, StringBuilder text, List<KmlElement> children) {

  static KmlElement of(String name, @Nullable String label) {
    return new KmlElement(name, label, new StringBuilder(), new ArrayList<>());
  }

  Stream<KmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted));
  }

  Optional<KmlElement> child(String wanted) {
    return children(wanted).findFirst();
  }

  String words() {
    return text.toString().strip();
  }
}
