package org.gridward.basemap.tool;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.onthegomap.planetiler.Planetiler;
import com.onthegomap.planetiler.config.Arguments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The base map of a data folder, {@code basemap.pmtiles}: zoom 0 to 14, Web Mercator. It is written
 * beside its place and moved there in one step, so that a reader sees the old or the new one.
 */
final class BasemapFile {

  static final String OPENSTREETMAP = "© OpenStreetMap contributors";

  private static final String MARK = "OSMHeader";

  private final Path data;
  private final String attribution;

  /**
   * @param attribution what every map that shows it says
   */
  BasemapFile(Path data, String attribution) {
    this.data = data;
    this.attribution = attribution;
  }

  /**
   * Makes it from {@code extract} and answers where it stands.
   *
   * @throws NotPossible the extract cannot be read, or the folder cannot be written
   */
  Path make(Path extract) throws IOException {
    requireExtract(extract);
    Path folder = Files.createTempDirectory(Files.createDirectories(data), "basemap.making.");
    Thread sweeper = new Thread(() -> remove(folder));
    Runtime.getRuntime().addShutdownHook(sweeper);
    try {
      Path made = folder.resolve("basemap.pmtiles");
      build(extract, made, folder.resolve("work"));
      return Files.move(made, data.resolve("basemap.pmtiles"), ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      remove(folder);
      Runtime.getRuntime().removeShutdownHook(sweeper);
    }
  }

  private void build(Path extract, Path made, Path work) {
    Planetiler.create(
            Arguments.of(
                "tmpdir",
                work.toString(),
                "download",
                "false",
                "maxzoom",
                "14",
                "force",
                "true",
                "color",
                "false"))
        .setProfile(new StreetMap(attribution))
        .addOsmSource("osm", extract)
        .setOutput(made)
        .run();
  }

  private static void requireExtract(Path extract) throws IOException {
    if (!Files.isRegularFile(extract) || !Files.isReadable(extract)) {
      throw new NotPossible("The file %s does not exist or cannot be read.".formatted(extract));
    }
    byte[] mark = new byte[6 + MARK.length()];
    try (InputStream in = Files.newInputStream(extract)) {
      int read = in.readNBytes(mark, 0, mark.length);
      if (read < mark.length
          || !MARK.equals(new String(mark, 6, MARK.length(), StandardCharsets.ISO_8859_1))) {
        throw new NotPossible(
            "%s is not an OpenStreetMap extract in PBF (.osm.pbf).".formatted(extract));
      }
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
