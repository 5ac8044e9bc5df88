package org.gridward.grid.web;

import java.util.List;
import java.util.Map;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.grid.CellOutlines;
import org.gridward.grid.CellOutlines.Detail;
import org.gridward.identity.Caller;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The cells for maps: docs/api/grid.md. */
@RestController
class CellOutlineController {

  private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

  private final Areas areas;
  private final CellOutlines outlines;

  CellOutlineController(Areas areas, CellOutlines outlines) {
    this.areas = areas;
    this.outlines = outlines;
  }

  @GetMapping("/api/areas/{id}/cells.geojson")
  @Nullable ResponseEntity<byte[]> cells(
      Caller caller,
      @PathVariable long id,
      @RequestParam(defaultValue = "low") String detail,
      WebRequest request) {
    List<AreaPath> scopes = id == 0 ? caller.scopes() : List.of(visible(caller, id));
    Detail fineness = fineness(detail);
    // Weak: Tomcat does not compress what has a strong tag.
    String tag = "W/\"" + outlines.tag(scopes, fineness) + "\"";
    if (request.checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(GEO_JSON)
        .body(outlines.geoJson(scopes, fineness));
  }

  private AreaPath visible(Caller caller, long id) {
    return areas
        .find(id)
        .filter(area -> caller.sees(area.path()))
        .orElseThrow(() -> new AreaUnknown(id))
        .path();
  }

  private static Detail fineness(String text) {
    return switch (text) {
      case "low" -> Detail.LOW;
      case "high" -> Detail.HIGH;
      default ->
          throw new Problem.Rejected(
              "detail-unknown",
              "detail (%s) must be low or high".formatted(text),
              Map.of("field", "detail"));
    };
  }
}
