package org.gridward.facility.web;

import java.util.List;
import java.util.Map;
import org.gridward.facility.FacilityTiles;
import org.gridward.shared.web.VectorTiles;
import org.gridward.shared.web.VectorTiles.Tile;
import org.gridward.shared.web.VectorTiles.TileJson;
import org.gridward.shared.web.VectorTiles.VectorLayer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Facilities as vector tiles, open to everybody: docs/api/tiles.md. */
@RestController
class FacilityTileController {

  private static final Map<String, String> FIELDS =
      Map.of("kind", "String", "name", "String", "name_zh", "String", "count", "Number");

  private final FacilityTiles tiles;

  FacilityTileController(FacilityTiles tiles) {
    this.tiles = tiles;
  }

  @GetMapping("/api/tiles/facilities")
  ResponseEntity<TileJson> layer() {
    String version = tiles.version();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(
            new TileJson(
                "3.0.0",
                "facilities",
                List.of("/api/tiles/facilities/%s/{z}/{x}/{y}.mvt".formatted(version)),
                version,
                0,
                VectorTiles.MOST_ZOOM,
                null,
                List.of(new VectorLayer("facilities", FIELDS)),
                Long.parseLong(version.substring(0, version.indexOf('-'))),
                Map.of()));
  }

  @GetMapping("/api/tiles/facilities/{version}/{z}/{x}/{y}.mvt")
  @Nullable ResponseEntity<byte[]> tile(
      @PathVariable String version,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      WebRequest request) {
    Tile tile = new Tile(z, x, y);
    String now = tiles.version();
    boolean kept = VectorTiles.isKept(version, now);
    return VectorTiles.answer(tiles.tile(now, tile), kept, true, request);
  }
}
