package org.gridward.gis.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Zip files from anywhere: names in any encoding, and never more unpacked than is sound. */
final class Zips {
  private static final Pattern OUTSIDE =
      Pattern.compile("(.*[/\\\\])?\\.\\.([/\\\\].*)?|[/\\\\].*");

  private Zips() {}

  static ZipFile open(Path file) {
    try {
      return open(file, StandardCharsets.UTF_8);
    } catch (ZipException e) {
      throw new UnreadableFile(
          "file-damaged",
          "%s is not a whole zip file: %s".formatted(file.getFileName(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UnreadableFile(
          "file-unreadable", "%s cannot be opened: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static ZipFile open(Path file, Charset names) throws IOException {
    try {
      return new ZipFile(file.toFile(), names);
    } catch (ZipException e) {
      // names in GBK and the like; only their endings matter
      return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
  }

  /**
   * The files in it, without what macOS adds.
   *
   * @throws UnreadableFile where one is meant to land outside the folder it is unpacked to, which
   *     no honest program writes
   */
  static List<? extends ZipEntry> entries(ZipFile zip) {
    zip.stream()
        .map(ZipEntry::getName)
        .filter(OUTSIDE.asMatchPredicate())
        .findFirst()
        .ifPresent(
            name -> {
              throw new UnreadableFile(
                  "file-damaged",
                  "%s has an entry that points out of it: %s"
                      .formatted(Path.of(zip.getName()).getFileName(), name));
            });
    return zip.stream()
        .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX"))
        .toList();
  }

  /** What an entry unpacks to; reading ends with an exception where that grows out of bounds. */
  static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
    long packed = Math.min(entry.getCompressedSize(), Files.size(Path.of(zip.getName())));
    return BoundedInput.of(zip.getInputStream(entry), packed);
  }

  static void close(@Nullable ZipFile zip) {
    try {
      if (zip != null) {
        zip.close();
      }
    } catch (IOException e) {
      // read only: nothing is lost
    }
  }
}
