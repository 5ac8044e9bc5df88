package org.gridward.gis.formats;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a {@link CsvTable}.
 *
 * @param line where it begins in the file, from 1
 * @param fields as they stand; there can be more or fewer than columns
 * @param columns their places by name, the same for every row
 */
public record CsvRow(long line, List<String> fields, Map<String, Integer> columns) {

  /** The field without blanks around it; empty where the row or the file has none. */
  public String text(String column) {
    Integer place = columns.get(column);
    return place == null || place >= fields.size() ? "" : fields.get(place).strip();
  }

  /** What makes the row unfit to be kept, in words; empty for a sound row. */
  public Optional<String> damage() {
    if (isOfAnotherEncoding()) {
      return Optional.of("a field has bytes that are not of the file's encoding");
    }
    return has('\0')
        ? Optional.of("a field holds a zero character, which is no text")
        : Optional.empty();
  }

  /** Whether some bytes were not of the encoding that the file is read in. */
  public boolean isOfAnotherEncoding() {
    return has(CsvTable.NO_CHARACTER);
  }

  private boolean has(char wanted) {
    return fields.stream().anyMatch(field -> field.indexOf(wanted) >= 0);
  }
}
