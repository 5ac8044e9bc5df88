package org.gridward.basemap.tool;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * {@code gridward basemap FILE.osm.pbf [ATTRIBUTION]}. The data folder comes from {@code
 * GRIDWARD_DATA}. Exit code 0: done; 2: not possible, one sentence on standard error says why.
 */
public final class MakeBasemap {

  private MakeBasemap() {}

  /** Runs the program. */
  public static void main(String[] words) {
    // planetiler's own would tell all its settings first
    System.setProperty("log4j2.configurationFile", "gridward-basemap-log.properties");
    System.exit(run(words, System.getenv("GRIDWARD_DATA")));
  }

  private static int run(String[] words, @Nullable String data) {
    if (words.length < 1 || words.length > 2 || words[0].startsWith("-") || data == null) {
      System.out.println(
          """
          usage: gridward basemap FILE.osm.pbf [ATTRIBUTION]

          Makes the offline base map of an OpenStreetMap extract. It replaces the one in the data folder
          when it is complete; a running server takes it up by itself. Ctrl-C leaves the old one in place.
          ATTRIBUTION is what every map says; without it '© OpenStreetMap contributors'.\
          """);
      return words.length == 1 && words[0].equals("--help") ? 0 : 2;
    }
    try {
      String attribution = words.length == 2 ? words[1] : BasemapFile.OPENSTREETMAP;
      Path made = new BasemapFile(Path.of(data), attribution).make(Path.of(words[0]));
      String licence = words.length == 2 ? "" : " (ODbL 1.0)";
      System.out.println("The base map is in " + made + ". " + attribution + licence);
      return 0;
    } catch (NotPossible e) {
      System.err.println("gridward: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      System.err.println("gridward: " + NotPossible.of(e, data).getMessage());
    }
    return 2;
  }
}
