package org.gridward.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the demo's base map in the background with the launcher's own {@code basemap}; the server
 * takes it up by itself.
 */
final class DemoBasemap {

  private static final Logger LOG = LoggerFactory.getLogger(DemoBasemap.class);
  private static final String LAUNCHER = "GRIDWARD_LAUNCHER";
  private static final String ATTRIBUTION = "Made-up city 虚构城市";

  private DemoBasemap() {}

  /** Begins, where there is none yet and the launcher is known. */
  static void makeLater(Setup setup, Path extract) {
    Optional<String> launcher = Optional.ofNullable(System.getenv(LAUNCHER));
    if (launcher.isPresent() && !Files.exists(setup.data().resolve("basemap.pmtiles"))) {
      Thread.ofPlatform()
          .daemon()
          .name("demo-basemap")
          .start(() -> make(setup, launcher.get(), extract));
    }
  }

  private static void make(Setup setup, String launcher, Path extract) {
    Path log = setup.data().resolve("logs").resolve("basemap.out");
    try {
      System.out.println("The base map is being made; streets appear when it is done. Log: " + log);
      ProcessBuilder builder =
          new ProcessBuilder(launcher, "basemap", extract.toString(), ATTRIBUTION)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("GRIDWARD_DATA", setup.data().toString());
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      if (process.waitFor() == 0) {
        System.out.println("The base map is ready: streets and houses are on the map.");
      } else {
        LOG.warn("The base map could not be made; see {}", log);
      }
    } catch (IOException e) {
      LOG.warn("The base map could not be made: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
