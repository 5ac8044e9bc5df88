package org.gridward.grid.partition;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.gridward.gis.partition.Findings;
import org.gridward.grid.Area;
import org.gridward.grid.Areas;
import org.gridward.grid.partition.AreaEdits.Answer;
import org.gridward.grid.partition.AreaEdits.Order;
import org.gridward.grid.partition.AreaFaults.LevelFindings;
import org.gridward.shared.Actor;
import org.gridward.shared.Problem;
import org.gridward.shared.cli.ConsoleCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gridward check areas}. */
@Component
@Command(
    name = "areas",
    mixinStandardHelpOptions = true,
    description =
        "Looks for gaps, overlaps, slivers and borders that do not meet corner to corner, level by"
            + " level. Exit code 0: nothing found; 1: faults, each with its place, size and a"
            + " proposed repair.")
class CheckAreasCommand implements ConsoleCommand {

  private static final int SHOWN = 20;

  @Option(names = "--level", paramLabel = "CODE", description = "Only this level.")
  @Nullable String level;

  @Option(
      names = "--parent",
      paramLabel = "CODE",
      description = "Only areas below this one; those directly below it without --level.")
  @Nullable String parent;

  @Option(
      names = "--report",
      paramLabel = "FILE.geojson",
      description = "Where to write everything that was found, as GeoJSON.")
  @Nullable Path report;

  @Option(
      names = "--repair",
      description = "Mend what can be mended exactly, as proposed; one edit a level, to be undone.")
  boolean repair;

  @Option(
      names = "--preview",
      description = "Show what --repair would change, area by area, and change nothing.")
  boolean preview;

  @Option(
      names = "--undo",
      paramLabel = "EDIT",
      description =
          "Check nothing; take back the edit with this number: a repair, or one made on /admin.")
  @Nullable Long undo;

  private final AreaFaults faults;
  private final AreaEdits edits;
  private final FaultReport writer;
  private final Areas areas;

  CheckAreasCommand(AreaFaults faults, AreaEdits edits, FaultReport writer, Areas areas) {
    this.faults = faults;
    this.edits = edits;
    this.writer = writer;
    this.areas = areas;
  }

  @Override
  public String path() {
    return "check areas";
  }

  @Override
  public Integer call() throws IOException {
    if (undo != null) {
      if (repair || preview || level != null || parent != null || report != null) {
        throw new Problem.Rejected(
            "undo-alone", "--undo takes back one edit and checks nothing; give it alone", Map.of());
      }
      Answer undone = edits.undo(undo, Actor.SYSTEM);
      System.out.printf(Locale.ROOT, "edit %d is undone, by edit %d%n", undo, undone.edit());
      list(undone, undone.changes().size());
      return 0;
    }
    long started = System.nanoTime();
    Area below = parent == null ? null : areas.getByCode(parent);
    List<LevelFindings> found = faults.check(below, level);
    double seconds = (System.nanoTime() - started) / 1e9;
    found.forEach(one -> print(System.out, one));
    System.out.printf(Locale.ROOT, "checked in %.1f s%n", seconds);
    if (report != null) {
      writer.write(found, report);
      System.out.println("everything that was found is in " + report);
    }
    if (repair || preview) {
      found.forEach(one -> mend(below, one));
    }
    if (repair && !preview) {
      found = faults.check(below, level);
    }
    return found.stream().allMatch(one -> one.findings().faults().isEmpty()) ? 0 : 1;
  }

  private void mend(@Nullable Area below, LevelFindings one) {
    if (one.findings().faults().isEmpty()) {
      return;
    }
    try {
      Answer shown = edits.repair(below, one.level(), null, new Order(null, null, Actor.SYSTEM));
      if (preview) {
        System.out.printf(
            Locale.ROOT,
            "%s: a repair would change %d areas%n",
            one.level(),
            shown.changes().size());
        list(shown, shown.changes().size());
        return;
      }
      Answer made =
          edits.repair(below, one.level(), null, new Order(null, shown.basis(), Actor.SYSTEM));
      int left = faults.check(below, one.level()).getFirst().findings().faults().size();
      System.out.printf(
          Locale.ROOT,
          "%s: repaired as edit %d, %d areas changed, %d faults left%n",
          one.level(),
          made.edit(),
          made.changes().size(),
          left);
      list(made, SHOWN);
    } catch (Problem.Rejected refused) {
      System.out.println(one.level() + ": " + refused.getMessage());
    }
  }

  private static void list(Answer answer, int most) {
    answer.changes().stream()
        .limit(most)
        .forEach(change -> System.out.println("  " + FaultText.of(change)));
    int more = answer.changes().size() - most;
    if (more > 0) {
      System.out.printf(Locale.ROOT, "  and %d more%n", more);
    }
  }

  private static void print(PrintStream out, LevelFindings one) {
    Findings findings = one.findings();
    out.printf(
        Locale.ROOT,
        "%s: %,d areas, %,d faults, %,d divided by code only%n",
        one.level(),
        findings.checked(),
        findings.faults().size(),
        findings.nestings().size());
    list(out, findings.faults(), FaultText::of);
    list(out, findings.nestings(), FaultText::of);
  }

  private static <T> void list(PrintStream out, List<T> all, Function<T, String> text) {
    all.stream().limit(SHOWN).forEach(one -> out.println("  " + text.apply(one)));
    if (all.size() > SHOWN) {
      out.printf("  and %d more; --report FILE.geojson has them all%n", all.size() - SHOWN);
    }
  }
}
