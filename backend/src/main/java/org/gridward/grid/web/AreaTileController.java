package org.gridward.grid.web;

import java.util.List;
import java.util.Map;
import org.gridward.grid.Area;
import org.gridward.grid.AreaTiles;
import org.gridward.grid.AreaTiles.Layer;
import org.gridward.grid.AreaUnknown;
import org.gridward.grid.Areas;
import org.gridward.identity.Caller;
import org.gridward.shared.AreaPath;
import org.gridward.shared.Problem;
import org.gridward.shared.web.VectorTiles;
import org.gridward.shared.web.VectorTiles.Tile;
import org.gridward.shared.web.VectorTiles.TileJson;
import org.gridward.shared.web.VectorTiles.VectorLayer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Areas and cells as vector tiles: docs/api/tiles.md. */
@RestController
class AreaTileController {

  private static final Map<String, String> FIELDS =
      Map.of(
          "code", "String",
          "type", "String",
          "path", "String",
          "name", "String",
          "name_zh", "String");

  private final AreaTiles tiles;
  private final Areas areas;

  AreaTileController(AreaTiles tiles, Areas areas) {
    this.tiles = tiles;
    this.areas = areas;
  }

  @GetMapping("/api/tiles/{layer}")
  ResponseEntity<TileJson> layer(
      Caller caller, @PathVariable String layer, @RequestParam(defaultValue = "0") long area) {
    List<AreaPath> scopes = scopes(caller, area);
    Layer which = which(layer);
    Map<String, Long> counts = tiles.counts(which, scopes);
    String version = tiles.version(scopes);
    String address = "/api/tiles/%s/%s/{z}/{x}/{y}.mvt".formatted(layer, version);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(
            new TileJson(
                "3.0.0",
                layer,
                List.of(area == 0 ? address : address + "?area=" + area),
                version,
                0,
                VectorTiles.MOST_ZOOM,
                bounds(scopes),
                List.of(new VectorLayer(layer, FIELDS)),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts));
  }

  @GetMapping("/api/tiles/{layer}/{version}/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> tile(
      Caller caller,
      @PathVariable String layer,
      @PathVariable String version,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(defaultValue = "0") long area,
      WebRequest request) {
    List<AreaPath> scopes = scopes(caller, area);
    Tile tile = new Tile(z, x, y);
    String now = tiles.version(scopes);
    boolean kept = VectorTiles.isKept(version, now);
    Layer which = which(layer);
    return VectorTiles.answer(tiles.tile(which, scopes, tile), kept, false, request);
  }

  private static Layer which(String word) {
    return Layer.find(word)
        .orElseThrow(
            () ->
                new Problem.NotFound(
                    "layer-unknown",
                    "there is no layer '%s': areas, cells or facilities".formatted(word),
                    Map.of("layer", word)));
  }

  private List<AreaPath> scopes(Caller caller, long area) {
    return area == 0
        ? caller.scopes()
        : List.of(
            areas
                .find(area)
                .map(Area::path)
                .filter(caller::sees)
                .orElseThrow(() -> new AreaUnknown(area)));
  }

  private double @Nullable [] bounds(List<AreaPath> scopes) {
    Envelope box = new Envelope();
    for (AreaPath scope : scopes) {
      if (scope.isRoot()) {
        areas.listChildren(null).forEach(top -> extend(box, top.id()));
      } else {
        extend(box, scope.ids().getLast());
      }
    }
    return box.isNull()
        ? null
        : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
  }

  private void extend(Envelope box, long area) {
    areas.findBox(area).ifPresent(box::expandToInclude);
  }
}
