package org.gridward.facility.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridward.facility.Facilities;
import org.gridward.facility.FacilityBatch;
import org.gridward.facility.FacilityFacts;
import org.gridward.facility.FacilityKind;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.shared.imports.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Brings facilities to what a file says. Rows are taken in in batches of one transaction each; a
 * row with a fault is left out as a whole and told. Facilities are known by their codes, so the
 * same file again changes nothing, and goes on where it was stopped.
 */
@Service
class FacilityImport {

  static final int BATCH = 200;

  private final Facilities facilities;
  private final FacilityBatch batch;

  FacilityImport(Facilities facilities, FacilityBatch batch) {
    this.facilities = facilities;
    this.batch = batch;
  }

  /**
   * How to import.
   *
   * @param reading what the reader is told; its CRS is that of the columns {@code lon}, {@code lat}
   *     and {@code wkt} as well, which are in degrees where it is null
   * @param kind of every facility; null where the column {@code kind} says it
   * @param kindMap what the file's kinds are called here; those that are not in it stay as they are
   * @param codePrefix stands before every code
   */
  record Options(
      Path file,
      ReadOptions reading,
      FacilityColumns columns,
      @Nullable String kind,
      Map<String, String> kindMap,
      String codePrefix,
      boolean dryRun) {

    Options {
      kindMap = Map.copyOf(kindMap);
    }
  }

  /**
   * Imports the file.
   *
   * @throws Problem where the options do not fit, or the file as a whole cannot be read
   */
  ImportReport run(Options options, Progress progress) {
    Set<String> kinds =
        facilities.listKinds().stream().map(FacilityKind::code).collect(Collectors.toSet());
    if (options.kind() != null && !kinds.contains(options.kind())) {
      throw new Problem.Rejected(
          "facility-kind-unknown",
          "there is no kind of facility '%s'; there are %s"
              .formatted(options.kind(), kinds.stream().sorted().collect(Collectors.joining(", "))),
          Map.of());
    }
    Job job = new Job(options, kinds, progress);
    new FacilityFile(options.file(), options.reading(), options.columns(), job.tally)
        .forEach(job::take);
    return job.finish();
  }

  /**
   * Imports the facilities of an OpenStreetMap file.
   *
   * @param rules a table of tags and kinds; null for what the kinds say
   */
  ImportReport runOsm(
      Path file, @Nullable Path rules, String codePrefix, boolean dryRun, Progress progress) {
    List<FacilityKind> kinds = facilities.listKinds();
    Set<String> codes = kinds.stream().map(FacilityKind::code).collect(Collectors.toSet());
    Options options =
        new Options(
            file, ReadOptions.NONE, OsmFacilities.COLUMNS, null, Map.of(), codePrefix, dryRun);
    Job job = new Job(options, codes, progress);
    new OsmFacilities(OsmRules.read(rules, kinds), kinds, job.tally).forEach(file, job::take);
    return job.finish();
  }

  /** One import while it runs. */
  private final class Job {
    private final Options options;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final SheetReader reader;
    private List<FacilityFacts> sheets = new ArrayList<>();
    private long done;

    Job(Options options, Set<String> kinds, Progress progress) {
      this.options = options;
      this.progress = progress;
      this.reader = new SheetReader(options, kinds, tally);
    }

    void take(FacilityRecord row) {
      reader.read(row).ifPresent(sheets::add);
      done++;
      if (sheets.size() == BATCH) {
        write();
      }
    }

    ImportReport finish() {
      write();
      progress.at(done, OptionalLong.of(done));
      return tally.report();
    }

    private void write() {
      if (!sheets.isEmpty() && options.dryRun()) {
        batch.compare(sheets, tally);
      } else if (!sheets.isEmpty()) {
        batch.write(sheets, tally);
      }
      sheets = new ArrayList<>();
      progress.at(done, OptionalLong.empty());
    }
  }
}
