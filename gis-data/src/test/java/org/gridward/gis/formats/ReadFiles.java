package org.gridward.gis.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a small file and reads all of it. */
final class ReadFiles {
  private ReadFiles() {}

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<FeatureReading> readAll(Path file, ReadOptions options) {
    List<FeatureReading> read = new ArrayList<>();
    try (FeatureSource source = Features.open(file, options)) {
      source.forEachRemaining(read::add);
    }
    return read;
  }

  static Feature only(Path file, ReadOptions options) {
    List<FeatureReading> read = readAll(file, options);
    if (read.size() != 1) {
      throw new AssertionError(read.size() + " features instead of one");
    }
    return (Feature) read.getFirst();
  }
}
