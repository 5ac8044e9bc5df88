package org.gridward.shared.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.gridward.shared.imports.ImportReport.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How every import command talks to its terminal: progress, then counts, then faults. */
@Component
public class ImportConsole {

  private static final int SHOWN = 20;
  private static final long EVERY_NANOS = 200_000_000L;

  private final JsonMapper json;

  ImportConsole(JsonMapper json) {
    this.json = json;
  }

  /** Rewrites one line on a terminal; silent where the output goes to a file. */
  public Progress progress(PrintStream out, String things) {
    if (System.console() == null) {
      return Progress.SILENT;
    }
    return new Line(out, things);
  }

  private static final class Line implements Progress {
    private final PrintStream out;
    private final String things;
    private long last = System.nanoTime() - EVERY_NANOS;

    Line(PrintStream out, String things) {
      this.out = out;
      this.things = things;
    }

    @Override
    public void at(long done, OptionalLong total) {
      long now = System.nanoTime();
      boolean end = total.isPresent() && total.getAsLong() == done;
      if (!end && now - last < EVERY_NANOS) {
        return;
      }
      last = now;
      String of = total.isPresent() ? String.format(Locale.ROOT, " of %,d", total.getAsLong()) : "";
      out.print(String.format(Locale.ROOT, "\r%,d%s %s ", done, of, things) + (end ? "\n" : ""));
      out.flush();
    }
  }

  /**
   * Prints the counts, the first repairs and faults, and writes the whole report.
   *
   * @param file gets everything as JSON; null for nowhere
   * @return the exit code: 0 clean, 1 with faults
   */
  public int finish(PrintStream out, ImportReport report, @Nullable Path file) throws IOException {
    out.println(report.summary());
    list(out, "repaired", report.repairs());
    list(out, "left out", report.faults());
    if (file != null) {
      Files.writeString(
          file, json.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
      out.println("the whole report is in " + file);
    }
    return report.isClean() ? 0 : 1;
  }

  private static void list(PrintStream out, String title, List<Fault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    out.println(title + ":");
    faults.stream().limit(SHOWN).forEach(fault -> out.println("  " + fault));
    if (faults.size() > SHOWN) {
      out.println("  and " + (faults.size() - SHOWN) + " more; --report FILE.json lists them all");
    }
  }
}
