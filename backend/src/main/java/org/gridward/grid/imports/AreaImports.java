package org.gridward.grid.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.grid.Areas;
import org.gridward.grid.imports.UploadedFiles.Uploaded;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Imports of areas from files that an administrator sends: what is in the file, then a dry run,
 * then the import, in the background and one at a time. It is the import of the command line: what
 * was stopped goes on when the same file comes again with the same choices.
 */
@Component
public class AreaImports {

  private static final Logger LOG = LoggerFactory.getLogger(AreaImports.class);

  private final UploadedFiles files;
  private final AreaImporter importer;
  private final Areas areas;
  private final Map<UUID, ImportJob> jobs = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable ImportJob> running = new AtomicReference<>();

  AreaImports(UploadedFiles files, AreaImporter importer, Areas areas) {
    this.files = files;
    this.importer = importer;
    this.areas = areas;
  }

  /**
   * What is chosen for an import; as {@code gridward import areas} takes it.
   *
   * @param nameEn of a level that is new
   * @param nameZh of a level that is new
   */
  public record Choice(
      String level,
      @Nullable String nameEn,
      @Nullable String nameZh,
      String code,
      @Nullable String parent,
      String name,
      @Nullable String nameZhColumn,
      boolean cell,
      ReadOptions reading,
      @Nullable Instant effectiveAt,
      boolean dryRun) {}

  /** Keeps a file; throws a {@link Problem} where it is too large or empty. */
  public UUID upload(long owner, String name, InputStream content) throws IOException {
    return files.keep(owner, name, content).id();
  }

  /** What is in the file; refusals of the reader are a {@link Problem} (422). */
  public FilePreview preview(long owner, UUID id, ReadOptions options) {
    Uploaded file = files.get(owner, id);
    try {
      return FilePreview.of(file.path(), options, code -> areas.findByCode(code).isPresent());
    } catch (UnreadableFile e) {
      throw new Problem.Rejected(e.code(), String.valueOf(e.getMessage()), Map.of());
    }
  }

  /** Begins; throws {@code import-running} (409) while another one runs. */
  public ImportJob start(long owner, UUID id, Choice choice) {
    Uploaded file = files.get(owner, id);
    AreaImportOptions options = options(file, choice);
    ImportJob job = new ImportJob(file.name(), choice.dryRun());
    if (!running.compareAndSet(null, job)) {
      throw new Problem.Conflict(
          "import-running", "another import is running; wait for it or cancel it", Map.of());
    }
    jobs.keySet().removeIf(known -> !files.has(known));
    jobs.put(id, job);
    Thread.ofVirtual().name("area-import").start(() -> run(job, options));
    return job;
  }

  private void run(ImportJob job, AreaImportOptions options) {
    try {
      job.done(importer.run(options, job).report());
    } catch (UnreadableFile e) {
      job.failed(e.code(), String.valueOf(e.getMessage()));
    } catch (Problem e) {
      job.failed(e.code(), String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) { // whoever waits for it must hear of the end
      LOG.error("the import of {} failed", options.file().getFileName(), e);
      job.failed("import-failed", "the import failed; what was done so far stays");
    } finally {
      running.set(null);
    }
  }

  /** How it goes; throws {@code upload-unknown} (404) where nothing was begun. */
  public ImportJob job(long owner, UUID id) {
    files.get(owner, id);
    ImportJob job = jobs.get(id);
    if (job == null) {
      throw new Problem.NotFound("upload-unknown", "nothing was begun with this file", Map.of());
    }
    return job;
  }

  /** Everything that was found so far; empty before anything was begun. */
  public ImportReport report(long owner, UUID id) {
    return job(owner, id).report();
  }

  private static AreaImportOptions options(Uploaded file, Choice choice) {
    String level =
        "%s:%s:%s".formatted(choice.level(), text(choice.nameEn()), text(choice.nameZh()));
    Charset encoding = choice.reading().encoding();
    return new AreaImportOptions(
        file.path(),
        LevelName.parse(level),
        choice.code(),
        choice.parent(),
        choice.name(),
        choice.nameZhColumn(),
        choice.cell(),
        choice.reading().crs(),
        encoding,
        choice.reading().layer(),
        choice.effectiveAt(),
        choice.dryRun());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.replace(':', ' ');
  }
}
