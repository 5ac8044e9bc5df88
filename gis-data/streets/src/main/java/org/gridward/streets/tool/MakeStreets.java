package org.gridward.streets.tool;

import java.io.IOException;
import java.nio.file.Path;
import org.gridward.gis.streets.StreetGraph;
import org.jspecify.annotations.Nullable;

/**
 * {@code gridward import streets FILE.osm.pbf [ATTRIBUTION]}. The data folder comes from {@code
 * GRIDWARD_DATA}. Exit code 0: done; 2: not possible, one sentence on standard error says why.
 */
public final class MakeStreets {

  private MakeStreets() {}

  /** Runs the program. */
  public static void main(String[] words) {
    System.exit(run(words, System.getenv("GRIDWARD_DATA")));
  }

  private static int run(String[] words, @Nullable String data) {
    if (words.length < 1 || words.length > 2 || words[0].startsWith("-") || data == null) {
      System.out.println(
          """
          usage: gridward import streets FILE.osm.pbf [ATTRIBUTION]

          Makes the street network of an OpenStreetMap extract, for distances on foot and by car. It
          replaces the one in the data folder when it is complete; a running server takes it up by itself.
          Ctrl-C leaves the old one in place. ATTRIBUTION is what is said where it is used; without it
          '© OpenStreetMap contributors'.\
          """);
      return words.length == 1 && words[0].equals("--help") ? 0 : 2;
    }
    try {
      String attribution = words.length == 2 ? words[1] : NetworkFile.OPENSTREETMAP;
      NetworkFile file = new NetworkFile(Path.of(data), attribution);
      StreetGraph made = file.make(Path.of(words[0]), MakeStreets::say);
      String licence = words.length == 2 ? "" : " (ODbL 1.0)";
      System.out.printf(
          "The street network is in %s: %,d stretches of street, %,d crossings and ends. %s%s%n",
          file.path(), made.edges(), made.nodes(), attribution, licence);
      return 0;
    } catch (NotPossible e) {
      System.err.println("gridward: " + e.getMessage());
    } catch (IOException | RuntimeException e) {
      System.err.println("gridward: " + NotPossible.of(e, data).getMessage());
    }
    return 2;
  }

  private static void say(String step) {
    System.err.println(step + " …");
  }
}
