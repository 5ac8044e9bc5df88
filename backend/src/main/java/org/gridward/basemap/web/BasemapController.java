package org.gridward.basemap.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gridward.basemap.Basemap;
import org.gridward.basemap.Basemap.Tile;
import org.gridward.shared.OnServer;
import org.gridward.shared.Problem;
import org.gridward.shared.web.ExternalTiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The base map: docs/api/basemap.md. */
@OnServer
@RestController
class BasemapController {

  private static final MediaType VECTOR_TILE =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Basemap basemap;
  private final ExternalTiles external;

  BasemapController(Basemap basemap, ExternalTiles external) {
    this.basemap = basemap;
    this.external = external;
  }

  /**
   * What is there.
   *
   * @param version null without a base map, as all that follows
   * @param bbox west, south, east, north in degrees
   * @param external pictures from another server in place of all this; null unless configured
   */
  record BasemapView(
      @Nullable String version,
      @Nullable Integer minZoom,
      @Nullable Integer maxZoom,
      double @Nullable [] bbox,
      @Nullable String attribution,
      ExternalTiles.@Nullable Source external) {

    static BasemapView of(Basemap.Summary map) {
      return new BasemapView(
          map.version(),
          map.minZoom(),
          map.maxZoom(),
          new double[] {map.west(), map.south(), map.east(), map.north()},
          map.attribution(),
          null);
    }

    static BasemapView none(ExternalTiles.@Nullable Source external) {
      return new BasemapView(null, null, null, null, null, external);
    }
  }

  @GetMapping("/api/basemap")
  ResponseEntity<BasemapView> get() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(
            external
                .find()
                .map(BasemapView::none)
                .or(() -> basemap.find().map(BasemapView::of))
                .orElse(BasemapView.none(null)));
  }

  @GetMapping("/api/basemap/{version}/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> tile(
      @PathVariable String version, @PathVariable int z, @PathVariable int x, @PathVariable int y) {
    if (!basemap.has(version)) {
      throw new Problem.NotFound(
          "basemap-version-unknown",
          "there is no base map of this version (%s): ask /api/basemap".formatted(version),
          Map.of("version", version));
    }
    Optional<Tile> tile = basemap.findTile(version, z, x, y);
    if (tile.isEmpty()) {
      return ResponseEntity.noContent().cacheControl(FOR_EVER).build();
    }
    var answer = ResponseEntity.ok().cacheControl(FOR_EVER).contentType(VECTOR_TILE);
    if (tile.get().packed()) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.body(tile.get().bytes());
  }
}
