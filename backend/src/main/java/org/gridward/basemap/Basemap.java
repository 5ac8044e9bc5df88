package org.gridward.basemap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.gridward.shared.OnServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The base map that stands in the data folder now. A file put in its place is taken up with the
 * next question; a damaged one counts as none and is said once in the log. Thread-safe.
 */
@OnServer
@Component
public class Basemap implements AutoCloseable {

  static final String FILE = "basemap.pmtiles";

  private static final String OPENSTREETMAP = "© OpenStreetMap contributors";
  private static final Logger LOG = LoggerFactory.getLogger(Basemap.class);

  private final @Nullable Path file;
  private @Nullable Edition edition;
  private String looked = "";

  Basemap(@Value("${gridward.data-folder:}") String folder) {
    this.file = folder.isEmpty() ? null : Path.of(folder, FILE);
  }

  /**
   * What is there.
   *
   * @param version changes with the file; stands in the addresses of tiles
   * @param west the box of the data in degrees, as {@code south}, {@code east}, {@code north}
   * @param attribution what every map that shows it must say
   */
  public record Summary(
      String version,
      int minZoom,
      int maxZoom,
      double west,
      double south,
      double east,
      double north,
      String attribution) {}

  /** A tile in Mapbox Vector Tile format 2; {@code packed}: in gzip. */
  public record Tile(byte[] bytes, boolean packed) {}

  private record Edition(String version, PmtilesFile tiles, String attribution) {}

  /** Empty where no base map has been made. */
  public Optional<Summary> find() {
    return current().map(Basemap::summary);
  }

  /** True where {@code version} is the one that is there. */
  public boolean has(String version) {
    return current().filter(edition -> edition.version().equals(version)).isPresent();
  }

  /**
   * Empty where the base map has nothing there, or {@code version} is not the one that is there.
   */
  public Optional<Tile> findTile(String version, int z, int x, int y) {
    Optional<Edition> now = current().filter(found -> found.version().equals(version));
    if (now.isEmpty()) {
      return Optional.empty();
    }
    PmtilesFile tiles = now.get().tiles();
    try {
      return tiles.find(z, x, y).map(bytes -> new Tile(bytes, tiles.header().packed()));
    } catch (IOException e) {
      throw new UncheckedIOException("The base map cannot be read", e);
    }
  }

  private static Summary summary(Edition edition) {
    PmtilesHeader header = edition.tiles().header();
    return new Summary(
        edition.version(),
        header.minZoom(),
        header.maxZoom(),
        header.west(),
        header.south(),
        header.east(),
        header.north(),
        edition.attribution());
  }

  private synchronized Optional<Edition> current() {
    String found = mark();
    if (!found.equals(looked)) {
      looked = found;
      edition = found.isEmpty() ? null : open(found);
    }
    return Optional.ofNullable(edition);
  }

  /** Time and size of the file, or "" where there is none. */
  private String mark() {
    if (file == null) {
      return "";
    }
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Long.toHexString(attributes.lastModifiedTime().toMillis())
          + "-"
          + Long.toHexString(attributes.size());
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      LOG.warn("The base map {} cannot be looked at: {}", file, e.getMessage());
      return "";
    }
  }

  /**
   * The one before is left to the garbage collector's cleaner: a tile may still be read from it.
   */
  private @Nullable Edition open(String version) {
    try {
      PmtilesFile tiles = PmtilesFile.open(java.util.Objects.requireNonNull(file));
      LOG.info("Base map {}", version);
      return new Edition(version, tiles, tiles.attribution().orElse(OPENSTREETMAP));
    } catch (IOException e) {
      LOG.warn("The base map {} is damaged, make it again: {}", file, e.getMessage());
      return null;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (edition != null) {
      edition.tiles().close();
      edition = null;
    }
  }
}
