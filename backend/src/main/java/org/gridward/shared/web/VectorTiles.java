package org.gridward.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridward.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

  private static final String TYPE_NAME = "application/vnd.mapbox-vector-tile";
  private static final MediaType TYPE = MediaType.parseMediaType(TYPE_NAME);
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final String OWN_FOR_EVER =
      Objects.requireNonNull(
          CacheControl.maxAge(FOR_EVER).immutable().cachePrivate().getHeaderValue());

  private VectorTiles() {}

  /**
   * A tile's address; refuses what is none with {@code tile-malformed} (422).
   *
   * @param z zoom, 0 to {@value #MOST_ZOOM}
   * @param x from west, 0 to 2^z - 1
   * @param y from north
   */
  public record Tile(int z, int x, int y) {

    private static final Pattern FILE = Pattern.compile("(\\d{1,2})/(\\d{1,9})/(\\d{1,9})\\.mvt");

    public Tile {
      if (!exists(z, x, y)) {
        throw new Problem.Rejected(
            "tile-malformed",
            "there is no tile %d/%d/%d: zoom 0 to %d".formatted(z, x, y, MOST_ZOOM),
            Map.of("z", z, "x", x, "y", y));
      }
    }

    /** The tile of an address that ends {@code Z/X/Y.mvt}, where there is one. */
    public static Optional<Tile> find(String file) {
      Matcher matcher = FILE.matcher(file);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int z = Integer.parseInt(matcher.group(1));
      int x = Integer.parseInt(matcher.group(2));
      int y = Integer.parseInt(matcher.group(3));
      return exists(z, x, y) ? Optional.of(new Tile(z, x, y)) : Optional.empty();
    }

    private static boolean exists(int z, int x, int y) {
      return z >= 0 && z <= MOST_ZOOM && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z;
    }
  }

  /**
   * What programs read to show a layer (TileJSON 3.0).
   *
   * @param tiles the address of tiles, with {@code {z}}, {@code {x}} and {@code {y}}
   * @param version stands in the address
   * @param count of features in the whole layer
   * @param counts of them by the level of areas; empty for other layers
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
      long count,
      Map<String, Long> counts) {}

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
      MadeTile tile, boolean kept, boolean open, WebRequest request) {
    MadeTile.Sent sent = tile.sentTo(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    if (!kept && request.checkNotModified(sent.tag())) {
      return null;
    }
    CacheControl control =
        kept ? CacheControl.maxAge(FOR_EVER).immutable() : CacheControl.noCache();
    CacheControl scoped = open ? control.cachePublic() : control.cachePrivate();
    if (sent.bytes().length == 0) {
      return ResponseEntity.noContent().cacheControl(scoped).eTag(sent.tag()).build();
    }
    var answer = ResponseEntity.ok().cacheControl(scoped).eTag(sent.tag()).contentType(TYPE);
    if (tile.packed() != null) {
      answer.varyBy(HttpHeaders.ACCEPT_ENCODING);
    }
    if (sent.packed()) {
      answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    return answer.body(sent.bytes());
  }

  /**
   * The same answer as {@link #answer} gives for a tile that is kept for ever and is the asker's
   * own, written without the machinery of controllers.
   */
  public static void write(MadeTile tile, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    MadeTile.Sent sent = tile.sentTo(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    response.setHeader(HttpHeaders.CACHE_CONTROL, OWN_FOR_EVER);
    response.setHeader(HttpHeaders.ETAG, sent.tag());
    if (sent.bytes().length == 0) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    if (tile.packed() != null) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (sent.packed()) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setContentType(TYPE_NAME);
    response.setContentLength(sent.bytes().length);
    response.getOutputStream().write(sent.bytes());
  }
}
