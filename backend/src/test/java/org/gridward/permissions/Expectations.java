package org.gridward.permissions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The tables {@code permissions/*.txt}; how to read them stands at the head of each. */
public final class Expectations {

  private Expectations() {}

  /**
   * One row.
   *
   * @param request the path to call, with placeholders such as {@code ${worker}}
   * @param body JSON with placeholders, or "" for none
   * @param cells what each {@link Cast} member must get, in its order
   */
  public record Row(
      String method, String pattern, String request, String body, List<String> cells) {
    public String key() {
      return method + " " + pattern;
    }

    @Override
    public String toString() {
      return key();
    }
  }

  public static List<Row> load() {
    List<Row> rows = new ArrayList<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:permissions/*.txt")) {
        file.getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Expectations::parse)
            .forEach(rows::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static Row parse(String line) {
    String[] parts = line.split("\\s*\\|\\s*", -1);
    String[] target = parts[0].strip().split("\\s+");
    List<String> cells = List.of(parts[2].strip().split("[\\s/]+"));
    if (cells.size() != Cast.values().length) {
      throw new IllegalArgumentException(
          "%d expectations instead of %d: %s".formatted(cells.size(), Cast.values().length, line));
    }
    String request = target.length > 2 ? target[2] : target[1];
    return new Row(target[0], target[1], request, parts[1].strip(), cells);
  }
}
