package org.gridward.grid.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridward.gis.formats.ReadOptions;
import org.gridward.grid.imports.AreaImports;
import org.gridward.grid.imports.AreaImports.Choice;
import org.gridward.grid.imports.ColumnFacts;
import org.gridward.grid.imports.FilePreview;
import org.gridward.grid.imports.ImportJob;
import org.gridward.identity.Caller;
import org.gridward.identity.Role;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.shared.imports.ImportReport;
import org.gridward.shared.web.LongBody;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports of areas from the administrator's page: docs/api/grid.md. */
@RestController
class ImportController {

  private static final int SHOWN = 200;

  private final AreaImports imports;

  ImportController(AreaImports imports) {
    this.imports = imports;
  }

  record UploadView(UUID id) {}

  /**
   * @param bbox west, south, east, north in degrees; null where nothing has a place
   */
  record PreviewView(
      String crs,
      @Nullable Long count,
      List<String> columns,
      List<Map<String, @Nullable String>> rows,
      List<ColumnFacts> facts,
      int looked,
      List<Geometry> shapes,
      double @Nullable [] bbox,
      int unreadable) {

    static PreviewView of(FilePreview file) {
      var box = file.box();
      return new PreviewView(
          file.crs(),
          file.count(),
          file.columns(),
          file.rows(),
          file.facts(),
          file.looked(),
          file.shapes(),
          box.isNull()
              ? null
              : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()},
          file.unreadable());
    }
  }

  record RunRequest(
      @NotBlank @Size(max = 40) String level,
      @Nullable @Size(max = 100) String levelName,
      @Nullable @Size(max = 100) String levelNameZh,
      @NotBlank @Size(max = 200) String code,
      @Nullable @Size(max = 200) String parent,
      @NotBlank @Size(max = 200) String name,
      @Nullable @Size(max = 200) String nameZh,
      @Nullable Boolean cell,
      @Nullable @Size(max = 5_000) String crs,
      @Nullable @Size(max = 40) String encoding,
      @Nullable @Size(max = 200) String layer,
      @Nullable Instant effectiveAt,
      @Nullable Boolean dryRun) {}

  /**
   * @param state {@code running}, {@code done}, {@code failed} or {@code cancelled}
   * @param code why it failed
   * @param faulty how many features were left out; {@code faults} has the first 200
   */
  record RunView(
      String file,
      boolean dryRun,
      String state,
      long done,
      @Nullable Long total,
      @Nullable String code,
      @Nullable String detail,
      long created,
      long changed,
      long unchanged,
      long repaired,
      int faulty,
      List<ImportReport.Fault> faults) {

    static RunView of(ImportJob job) {
      ImportReport report = job.report();
      return new RunView(
          job.file(),
          job.dryRun(),
          job.state().name().toLowerCase(Locale.ROOT),
          job.done(),
          job.total(),
          job.code(),
          job.message(),
          report.created(),
          report.changed(),
          report.unchanged(),
          report.repaired(),
          report.faults().size(),
          report.faults().stream().limit(SHOWN).toList());
    }
  }

  @PostMapping("/api/area-imports")
  @ResponseStatus(HttpStatus.CREATED)
  UploadView upload(Caller caller, @RequestParam String name, HttpServletRequest request)
      throws IOException {
    requireAll(caller);
    return new UploadView(imports.upload(caller.userId(), name, LongBody.of(request)));
  }

  @GetMapping("/api/area-imports/{id}/preview")
  PreviewView preview(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String crs,
      @RequestParam(required = false) @Nullable String encoding,
      @RequestParam(required = false) @Nullable String layer) {
    requireAll(caller);
    ReadOptions options = reading(crs, encoding, layer);
    return PreviewView.of(imports.preview(caller.userId(), id, options));
  }

  @PostMapping("/api/area-imports/{id}/runs")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunView start(Caller caller, @PathVariable UUID id, @Valid @RequestBody RunRequest body) {
    requireAll(caller);
    Choice choice =
        new Choice(
            body.level(),
            body.levelName(),
            body.levelNameZh(),
            body.code(),
            blankToNull(body.parent()),
            body.name(),
            blankToNull(body.nameZh()),
            Boolean.TRUE.equals(body.cell()),
            reading(body.crs(), body.encoding(), body.layer()),
            body.effectiveAt(),
            Boolean.TRUE.equals(body.dryRun()));
    return RunView.of(imports.start(caller.userId(), id, choice));
  }

  @GetMapping("/api/area-imports/{id}")
  RunView get(Caller caller, @PathVariable UUID id) {
    requireAll(caller);
    return RunView.of(imports.job(caller.userId(), id));
  }

  @PostMapping("/api/area-imports/{id}/cancel")
  RunView cancel(Caller caller, @PathVariable UUID id) {
    requireAll(caller);
    ImportJob job = imports.job(caller.userId(), id);
    job.cancel();
    return RunView.of(job);
  }

  @GetMapping("/api/area-imports/{id}/report")
  ResponseEntity<ImportReport> report(Caller caller, @PathVariable UUID id) {
    requireAll(caller);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-report.json\"")
        .body(imports.report(caller.userId(), id));
  }

  /** An import can touch every area. */
  private static void requireAll(Caller caller) {
    caller.require(Role.ADMINISTRATOR, AreaPath.ROOT);
  }

  private static ReadOptions reading(
      @Nullable String crs, @Nullable String encoding, @Nullable String layer) {
    return new ReadOptions(blankToNull(crs), charset(blankToNull(encoding)), blankToNull(layer));
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new Problem.Rejected(
          "encoding-unknown", "there is no encoding '%s'".formatted(name), Map.of());
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
