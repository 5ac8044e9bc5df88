package org.gridward.gis.formats;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which layer of a file that may have several. */
final class Layers {
  private Layers() {}

  /**
   * The layer that is told, else the only one.
   *
   * @throws UnreadableFile where it is not there, or it is not clear which is meant
   */
  static String choose(String file, Collection<String> there, @Nullable String told) {
    String all = String.join(", ", there);
    if (there.isEmpty()) {
      throw new UnreadableFile("file-incomplete", "%s has no layer of features".formatted(file));
    }
    if (told != null && !there.contains(told)) {
      throw new UnreadableFile(
          "layer-unknown", "%s has no layer %s; it has %s".formatted(file, told, all));
    }
    if (told == null && there.size() > 1) {
      throw new UnreadableFile(
          "layer-unclear",
          "%s has several layers, choose one with --layer: %s".formatted(file, all));
    }
    return told != null ? told : there.iterator().next();
  }
}
