package org.gridward.shared.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/**
 * How vector tiles are asked for and answered: the version stands in the address, so a tile is kept
 * for ever and another state has other addresses. In place of the version {@link #CURRENT} may
 * stand, for programs that cannot follow it; those are asked again with their tag.
 */
public final class VectorTiles {

  /** In place of a version: whatever is there now. */
  public static final String CURRENT = "current";

  /** The deepest zoom that is made; programs enlarge its tiles. */
  public static final int MOST_ZOOM = 16;

  private static final MediaType TYPE =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private VectorTiles() {}

  /**
   * A tile's address; refuses what is none with {@code tile-malformed} (422).
   *
   * @param z zoom, 0 to {@value #MOST_ZOOM}
   * @param x from west, 0 to 2^z - 1
   * @param y from north
   */
  public record Tile(int z, int x, int y) {
    public Tile {
      if (z < 0 || z > MOST_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
        throw new Problem.Rejected(
            "tile-malformed",
            "there is no tile %d/%d/%d: zoom 0 to %d".formatted(z, x, y, MOST_ZOOM),
            Map.of("z", z, "x", x, "y", y));
      }
    }
  }

  /**
   * What programs read to show a layer (TileJSON 3.0).
   *
   * @param tiles the address of tiles, with {@code {z}}, {@code {x}} and {@code {y}}
   * @param version stands in the address
   * @param count of features in the whole layer
   */
  public record TileJson(
      String tilejson,
      String name,
      List<String> tiles,
      String version,
      int minzoom,
      int maxzoom,
      double @Nullable [] bounds,
      List<VectorLayer> vector_layers,
      long count) {}

  /** A layer with its fields, and what each says. */
  public record VectorLayer(String id, Map<String, String> fields) {}

  /**
   * Refuses a version that is no longer there with {@code tile-version-unknown} (404).
   *
   * @return whether the tile may be kept for ever
   */
  public static boolean isKept(String asked, String version) {
    if (asked.equals(CURRENT)) {
      return false;
    }
    if (!asked.equals(version)) {
      throw new Problem.NotFound(
          "tile-version-unknown",
          "there are no tiles of this version (%s): ask for the layer's JSON".formatted(asked),
          Map.of("version", asked));
    }
    return true;
  }

  /**
   * The answer with a tile.
   *
   * @param open whether it is the same for everybody
   */
  public static @Nullable ResponseEntity<byte[]> answer(
      byte[] tile, boolean kept, boolean open, String version, WebRequest request) {
    // Weak: Tomcat does not compress what has a strong tag.
    String tag = "W/\"" + version + "\"";
    if (!kept && request.checkNotModified(tag)) {
      return null;
    }
    CacheControl control =
        kept ? CacheControl.maxAge(FOR_EVER).immutable() : CacheControl.noCache();
    CacheControl scoped = open ? control.cachePublic() : control.cachePrivate();
    if (tile.length == 0) {
      return ResponseEntity.noContent().cacheControl(scoped).eTag(tag).build();
    }
    return ResponseEntity.ok().cacheControl(scoped).eTag(tag).contentType(TYPE).body(tile);
  }
}
