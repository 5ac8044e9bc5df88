package org.gridward.grid.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridward.gis.exports.ExportFormat;
import org.gridward.grid.AreaExport;
import org.gridward.grid.AreaExport.Form;
import org.gridward.grid.AreaExport.Selection;
import org.gridward.identity.Caller;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Areas as a file: docs/api/grid.md. It is made whole on disk before its first byte is sent: what
 * fails is a problem and not half a file, and a slow client holds no connection to the database.
 */
@RestController
class AreaExportController {

  private final AreaExport export;

  AreaExportController(AreaExport export) {
    this.export = export;
  }

  @GetMapping("/api/areas/export")
  void export(
      Caller caller,
      @RequestParam(defaultValue = "geojson") String format,
      @RequestParam(required = false) @Nullable String level,
      @RequestParam(required = false) @Nullable String crs,
      HttpServletResponse response)
      throws IOException {
    ExportFormat wanted = format(format);
    Form form = Form.of(wanted, crs == null || crs.isBlank() ? null : crs);
    Selection selection = export.select(caller.scopes(), level);
    Path file = Files.createTempFile("gridward-export", "." + wanted.extension());
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        export.write(selection, form, out);
      }
      String name = "%s.%s".formatted(level == null ? "areas" : level, wanted.extension());
      response.setContentType(wanted.mediaType());
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static ExportFormat format(String text) {
    return ExportFormat.find(text)
        .orElseThrow(
            () ->
                new Problem.Rejected(
                    "format-unknown",
                    "format (%s) must be geojson, gpkg, csv or kml".formatted(text),
                    Map.of("field", "format")));
  }
}
