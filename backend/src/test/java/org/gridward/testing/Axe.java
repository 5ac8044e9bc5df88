package org.gridward.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong with a page for people who cannot see, hear or point well. */
public final class Axe {

  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private Axe() {}

  /** Each violation with the element it is about; nothing where all is well. */
  public static List<?> violations(Page page) {
    try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
      page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (List<?>)
        page.evaluate(
            """
            async () => (await axe.run(document, {preload: false})).violations.flatMap(({id, nodes}) =>
              nodes.map(({target, failureSummary}) => id + ' ' + target.flat().join(' ') + ': ' + failureSummary))
            """);
  }
}
