package org.gridward.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * New York's real files, found beside the project by walking up; tests are skipped without them.
 */
public final class RealCity {

  private RealCity() {}

  /** One of its files; skips the test where it is absent. */
  public static Path file(String name) {
    Path from = Path.of("").toAbsolutePath();
    for (Path at = from; at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data/nyc").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return Assumptions.abort("shared/data/nyc/" + name + " is not there: skipped");
  }
}
