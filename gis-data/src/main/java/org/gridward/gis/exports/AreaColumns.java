package org.gridward.gis.exports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every format says of an area beside its boundary, in this order. */
final class AreaColumns {
  /** The place of the only column that is true or false; all others are text. */
  static final String CELL = "cell";

  private final List<String> languages;

  AreaColumns(Collection<String> languages) {
    this.languages =
        languages.stream()
            .distinct()
            .sorted(
                Comparator.comparing((String tag) -> !tag.equals("en"))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }

  /** {@code code, parent, level, name_en, name_…, cell}. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of("code", "parent", "level"));
    languages.forEach(tag -> names.add("name_" + tag));
    names.add(CELL);
    return names;
  }

  /** In the order of {@link #names}; null for no parent and for a name the area does not have. */
  List<@Nullable String> values(ExportedArea area) {
    List<@Nullable String> values = new ArrayList<>();
    values.add(area.code());
    values.add(area.parentCode());
    values.add(area.level());
    languages.forEach(tag -> values.add(area.names().get(tag)));
    values.add(Boolean.toString(area.cell()));
    return values;
  }
}
