package org.gridward.shared.web;

import java.net.URI;
import java.util.Optional;
import org.gridward.shared.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Map pictures from another server, in place of the offline base map; off unless {@code
 * gridward.tiles.url} is set. Then every browser asks that server, so it learns who looks where.
 */
@Component
public class ExternalTiles {

  private final @Nullable Source source;

  ExternalTiles(
      @Value("${gridward.tiles.url:}") String url,
      @Value("${gridward.tiles.attribution:}") String attribution,
      @Value("${gridward.tiles.max-zoom:19}") int maxZoom) {
    this.source = url.isBlank() ? null : Source.of(url.strip(), attribution.strip(), maxZoom);
  }

  /**
   * Where the pictures are.
   *
   * @param url with {@code {z}}, {@code {x}} and {@code {y}}
   * @param attribution what every map must say, never empty
   * @param maxZoom the deepest there is, 0 to 22; maps enlarge its pictures
   */
  public record Source(String url, String attribution, int maxZoom) {

    static Source of(String url, String attribution, int maxZoom) {
      if (attribution.isEmpty()) {
        throw new WrongSetting(
            "GRIDWARD_TILES_ATTRIBUTION is empty: say whose maps GRIDWARD_TILES_URL shows.");
      }
      if (maxZoom < 0 || maxZoom > 22) {
        throw new WrongSetting("GRIDWARD_TILES_MAX_ZOOM (" + maxZoom + ") must be 0 to 22.");
      }
      Source source = new Source(url, attribution, maxZoom);
      source.origin();
      return source;
    }

    /** Scheme, host and port, as a content security policy names them. */
    public String origin() {
      boolean whole = url.contains("{z}") && url.contains("{x}") && url.contains("{y}");
      try {
        URI uri = URI.create(url.replaceAll("\\{[zxy]}", "0"));
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (whole && web && uri.getHost() != null && !url.matches(".*[\\s;,'\"].*")) {
          return uri.getScheme()
              + "://"
              + uri.getHost()
              + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        }
      } catch (IllegalArgumentException _) {
        // told below
      }
      throw new WrongSetting(
          "GRIDWARD_TILES_URL (%s) must look like https://tiles.example.org/{z}/{x}/{y}.png."
              .formatted(url));
    }
  }

  /** Empty unless configured. */
  public Optional<Source> find() {
    return Optional.ofNullable(source);
  }
}
