package org.gridward.streets.tool;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gridward.gis.streets.StreetFile;
import org.gridward.gis.streets.StreetGraph;

/**
 * The street network of a data folder, {@code streets.gws}. It is written beside its place and
 * moved there in one step, so that a reader sees the old or the new one.
 */
final class NetworkFile {

  static final String OPENSTREETMAP = "© OpenStreetMap contributors";

  private static final String FILE = "streets.gws";
  private static final String MARK = "OSMHeader";

  private final Path data;
  private final String attribution;

  /**
   * @param attribution what is said where distances along streets are shown
   */
  NetworkFile(Path data, String attribution) {
    this.data = data;
    this.attribution = attribution;
  }

  Path path() {
    return data.resolve(FILE);
  }

  /**
   * Makes it from {@code extract}.
   *
   * @param progress hears what is being done
   * @throws NotPossible the extract cannot be read, or has no street
   */
  StreetGraph make(Path extract, Consumer<String> progress) throws IOException {
    requireExtract(extract);
    Path folder = Files.createTempDirectory(Files.createDirectories(data), "streets.making.");
    Thread sweeper = new Thread(() -> remove(folder));
    Runtime.getRuntime().addShutdownHook(sweeper);
    try {
      StreetGraph graph = new StreetImport(extract, folder.resolve("work"), progress).read();
      if (graph.edges() == 0) {
        throw new NotPossible(extract + " has no street that could be walked or driven along.");
      }
      progress.accept("Writing %,d stretches of street".formatted(graph.edges()));
      Path made = folder.resolve(FILE);
      new StreetFile(graph, attribution).write(made);
      Files.move(made, path(), ATOMIC_MOVE, REPLACE_EXISTING);
      return graph;
    } finally {
      remove(folder);
      Runtime.getRuntime().removeShutdownHook(sweeper);
    }
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
