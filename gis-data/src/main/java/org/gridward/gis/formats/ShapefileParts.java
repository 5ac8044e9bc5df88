package org.gridward.gis.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files that together are one Shapefile, by their ending: in a zip, or beside each other. */
final class ShapefileParts implements AutoCloseable {
  private interface Opening {
    InputStream open() throws IOException;
  }

  private final String name;
  private final Map<String, Opening> parts = new HashMap<>();
  private final @Nullable ZipFile zip;

  private ShapefileParts(String name, @Nullable ZipFile zip) {
    this.name = name;
    this.zip = zip;
  }

  /** Exactly one Shapefile is in the zip, in any folder of it. */
  static ShapefileParts ofZip(Path file) {
    String name = file.getFileName().toString();
    ZipFile zip = Zips.open(file);
    try {
      List<? extends ZipEntry> entries = Zips.entries(zip);
      String stem = onlyShapefile(name, entries.stream().map(ZipEntry::getName));
      ShapefileParts parts = new ShapefileParts(name, zip);
      for (ZipEntry entry : entries) {
        parts.add(stem, entry.getName(), () -> Zips.open(zip, entry));
      }
      return parts;
    } catch (RuntimeException e) {
      Zips.close(zip);
      throw e;
    }
  }

  private static String onlyShapefile(String zip, Stream<String> names) {
    List<String> found = names.filter(name -> ending(name).equals("shp")).toList();
    if (found.size() != 1) {
      throw new UnreadableFile(
          found.isEmpty() ? "format-unknown" : "file-incomplete",
          "%s must hold one Shapefile, it holds %s"
              .formatted(zip, found.isEmpty() ? "none" : String.join(", ", found)));
    }
    return stem(found.getFirst());
  }

  /** The companions stand beside the .shp, in capitals or not. */
  static ShapefileParts ofFolder(Path shp) {
    ShapefileParts parts = new ShapefileParts(shp.getFileName().toString(), null);
    String stem = stem(parts.name);
    Path folder = shp.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(
          file -> parts.add(stem, file.getFileName().toString(), () -> Files.newInputStream(file)));
      parts.parts.put("shp", () -> Files.newInputStream(shp));
      return parts;
    } catch (IOException e) {
      throw new UnreadableFile(
          "file-unreadable", "%s cannot be listed: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private void add(String stem, String file, Opening opening) {
    if (stem(file).equalsIgnoreCase(stem)) {
      parts.put(ending(file), opening);
    }
  }

  private static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  /** The name of the zip or .shp, for messages. */
  String name() {
    return name;
  }

  boolean has(String ending) {
    return parts.containsKey(ending);
  }

  InputStream open(String ending) {
    Opening opening = parts.get(ending);
    if (opening == null) {
      throw new UnreadableFile("file-incomplete", "%s has no .%s".formatted(name, ending));
    }
    try {
      return new BufferedInputStream(opening.open(), 1 << 16);
    } catch (IOException e) {
      throw damaged(ending, e);
    }
  }

  /** A small text companion such as .prj; empty where there is none. */
  Optional<String> text(String ending) {
    if (!has(ending)) {
      return Optional.empty();
    }
    try (InputStream in = open(ending)) {
      String text = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
      return Optional.of(text.replace("\uFEFF", "").strip());
    } catch (IOException e) {
      throw damaged(ending, e);
    }
  }

  UnreadableFile damaged(String ending, IOException e) {
    return new UnreadableFile(
        "file-damaged",
        "the .%s of %s cannot be read: %s".formatted(ending, name, e.getMessage()),
        e);
  }

  UnreadableFile damaged(String ending, String what) {
    return new UnreadableFile(
        "file-damaged", "the .%s of %s is damaged: %s".formatted(ending, name, what));
  }

  @Override
  public void close() {
    Zips.close(zip);
  }
}
