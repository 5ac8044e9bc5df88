package org.gridward.streets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.gridward.gis.formats.UnreadableFile;
import org.gridward.gis.streets.StreetFile;
import org.gridward.gis.streets.StreetNetwork;
import org.gridward.gis.streets.Travel;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The street network that stands in the data folder now. The first question reads it; a file put in
 * its place is read beside the questions, which the old one answers until then. A damaged file
 * counts as none and is said once in the log. Thread-safe.
 */
@Component
public class Streets {

  static final String FILE = "streets.gws";

  private static final Logger LOG = LoggerFactory.getLogger(Streets.class);

  private final @Nullable Path file;
  private @Nullable Edition edition;
  private String looked = "";

  Streets(@Value("${gridward.data-folder:}") String folder) {
    this.file = folder.isEmpty() ? null : Path.of(folder, FILE);
  }

  /**
   * A network that was read.
   *
   * @param version changes with the file
   * @param attribution what must be said where it is used
   */
  public record Edition(String version, StreetNetwork network, String attribution) {
    /** In degrees. */
    public Envelope box() {
      return network.box();
    }
  }

  /** Empty where none has been imported. */
  public Optional<Edition> find() {
    return Optional.ofNullable(current());
  }

  /** The ways from a place in degrees, longitude first; straight ones where there is no network. */
  public Ways from(double lon, double lat, Travel by) {
    return new Ways(lon, lat, by, find().map(Edition::network).orElse(null));
  }

  private synchronized @Nullable Edition current() {
    String found = mark();
    if (!found.equals(looked)) {
      looked = found;
      if (edition == null || found.isEmpty()) {
        edition = found.isEmpty() ? null : read(found);
      } else {
        Thread.ofVirtual().name("streets").start(() -> replace(found));
      }
    }
    return edition;
  }

  private void replace(String version) {
    Edition read = read(version);
    synchronized (this) {
      if (looked.equals(version)) {
        edition = read;
      }
    }
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
    } catch (NoSuchFileException _) {
      return "";
    } catch (IOException e) {
      LOG.warn("The street network {} cannot be looked at: {}", file, e.getMessage());
      return "";
    }
  }

  private @Nullable Edition read(String version) {
    try {
      StreetFile read = StreetFile.read(java.util.Objects.requireNonNull(file));
      LOG.info("Street network {} with {} stretches of street", version, read.graph().edges());
      return new Edition(version, new StreetNetwork(read.graph()), read.attribution());
    } catch (IOException | UnreadableFile e) {
      LOG.warn("The street network {} is damaged, import it again: {}", file, e.getMessage());
      return null;
    }
  }
}
