package org.gridward.grid.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.gridward.gis.formats.FeatureReading;
import org.gridward.gis.formats.FeatureSource;
import org.gridward.gis.formats.Features;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.imports.ImportRuns.Run;
import org.gridward.grid.store.AreaSheet;
import org.gridward.grid.store.AreaStore;
import org.gridward.grid.store.Level;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.imports.ImportReport.Tally;
import org.gridward.shared.imports.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports areas of one level from one file. Every batch is a transaction of its own that also says
 * how far the import has come, so an import that was stopped, by whatever, goes on where it was
 * when the same command is given again (decision 0142).
 */
@Component
class AreaImporter {

  private static final Logger LOG = LoggerFactory.getLogger(AreaImporter.class);

  /** Short transactions: a long one would hold the journal's readers back. */
  static final int BATCH = 200;

  private final AreaStore store;
  private final Levels levels;
  private final ImportRuns runs;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile boolean stopped;
  private volatile @Nullable Job running;

  AreaImporter(
      AreaStore store,
      Levels levels,
      ImportRuns runs,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.levels = levels;
    this.runs = runs;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** What one import did; {@code resumedAfter} features were done by an earlier run of it. */
  record Outcome(ImportReport report, long resumedAfter) {}

  /**
   * Imports the file.
   *
   * @throws ImportRefused where the options do not fit the file or the tree
   * @throws UnreadableFile where the file cannot be read
   */
  Outcome run(AreaImportOptions options, Progress progress) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    checkEffective(options, now);
    try (FeatureSource source = Features.open(options.file(), options.reading())) {
      if (!source.hasNext()) {
        throw new UnreadableFile(
            "file-empty", "%s has no features".formatted(options.file().getFileName()));
      }
      Level level = levels.plan(options);
      Run begun = begin(options, level, now);
      SheetReader reader = new SheetReader(options, levels.places(level), source.crs());
      for (long i = 0; i < begun.next() && source.hasNext(); i++) {
        reader.skip(source.next());
      }
      return new Outcome(
          work(source, reader, new Job(options, level, begun), progress), begun.next());
    }
  }

  private ImportReport work(FeatureSource source, SheetReader reader, Job job, Progress progress) {
    running = job;
    try {
      progress.written(job.report());
      while (source.hasNext()) {
        job.add(source.next(), reader);
        progress.at(job.done(), source.count());
        if (job.isBatchFull()) {
          progress.written(job.write());
        }
      }
      return job.finish();
    } finally {
      running = null;
    }
  }

  private static void checkEffective(AreaImportOptions options, Instant now) {
    Instant effective = options.effectiveAt();
    if (effective != null && effective.isAfter(now)) {
      throw new ImportRefused(
          "effective-in-future",
          "--effective (%s) lies in the future; boundaries can begin now or in the past"
              .formatted(effective));
    }
  }

  private Run begin(AreaImportOptions options, Level level, Instant now) {
    Instant given = options.effectiveAt();
    Instant effective = given == null ? now : given;
    if (options.dryRun()) {
      return new Run(0, effective, 0, ImportReport.EMPTY);
    }
    byte[] digest = digest(options.file());
    return transactions.execute(
        status -> {
          runs.lockWriters();
          levels.write(level, options.level());
          return runs.findOpen(digest, options.canonical())
              .orElseGet(
                  () ->
                      runs.begin(
                          options.file().getFileName().toString(),
                          digest,
                          options.canonical(),
                          effective,
                          now));
        });
  }

  private static byte[] digest(Path file) {
    try {
      return FileDigest.sha256(file);
    } catch (IOException e) {
      throw new UnreadableFile("file-unreadable", file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** One import while it runs. */
  private final class Job {
    private final AreaImportOptions options;
    private final Level level;
    private Run run;
    private long done;
    private List<AreaSheet> sheets = new ArrayList<>();
    private Tally tally = new Tally();

    Job(AreaImportOptions options, Level level, Run run) {
      this.options = options;
      this.level = level;
      this.run = run;
      this.done = run.next();
    }

    long done() {
      return done;
    }

    void add(FeatureReading reading, SheetReader reader) {
      reader.read(reading, tally).ifPresent(sheets::add);
      done++;
    }

    boolean isBatchFull() {
      return done - run.next() >= BATCH;
    }

    ImportReport report() {
      return run.report();
    }

    ImportReport finish() {
      write();
      if (!options.dryRun()) {
        transactions.executeWithoutResult(status -> runs.finish(run, clock.instant()));
      }
      return run.report();
    }

    ImportReport write() {
      writing.lock();
      try {
        if (stopped) {
          throw new ImportRefused(
              "import-stopped",
              "stopped after %d features; the same command goes on from there"
                  .formatted(run.next()));
        }
        run = transactions.execute(status -> batch(status::setRollbackOnly));
        sheets = new ArrayList<>();
        tally = new Tally();
        return run.report();
      } finally {
        writing.unlock();
      }
    }

    private Run batch(Runnable rollback) {
      runs.lockWriters();
      if (options.dryRun()) {
        rollback.run();
        levels.write(level, options.level());
      }
      if (!sheets.isEmpty()) {
        store.write(sheets, level, run.effectiveAt(), tally);
      }
      return runs.advance(run, done, tally.report());
    }
  }

  /** Lets the batch that is being written come to its end, then no other begins. */
  @PreDestroy
  void stop() {
    stopped = true;
    writing.lock();
    try {
      Job job = running;
      if (job != null) {
        LOG.warn("stopped after {} features; the same command goes on from there", job.run.next());
      }
    } finally {
      writing.unlock();
    }
  }
}
