package org.gridward.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JVM's ahead-of-time cache (JEP 483, JEP 514), which halves the time of a start. It is made by
 * a second, low-priority process that starts the same application against the same database up to
 * where it would begin to serve. The launcher names a file for each build and JDK and uses it when
 * it is there.
 */
final class StartUpCache {

  private static final Logger LOG = LoggerFactory.getLogger(StartUpCache.class);
  private static final String PROPERTY = "gridward.start-up-cache";
  private static final int SETTLE_SECONDS = 15;

  private final Path file;

  private StartUpCache(Path file) {
    this.file = file;
  }

  /** The file that the launcher asks for; empty when it has one. */
  static Optional<StartUpCache> wanted() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .filter(file -> !Files.exists(file))
        .map(StartUpCache::new);
  }

  /** Makes it in the background, when the start is over. */
  void makeLater(Setup setup) {
    Thread.ofPlatform()
        .daemon()
        .name("start-up-cache")
        .start(
            () -> {
              try {
                TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
                make(setup);
              } catch (IOException e) {
                LOG.warn("The start-up cache could not be made: {}", e.toString());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void make(Setup setup) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    Path making = file.resolveSibling(file.getFileName() + ".making");
    Files.deleteIfExists(making);
    Path log = setup.data().resolve("logs").resolve("start-up-cache.out");
    ProcessBuilder builder =
        new ProcessBuilder(command(making)).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("GRIDWARD_DATA", setup.data().toString());
    if (setup.database().isEmpty()) {
      builder.environment().remove("GRIDWARD_DB_URL");
    }
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    process.waitFor();
    if (!Files.exists(making)) {
      LOG.warn("The start-up cache could not be made; see {}", log);
      return;
    }
    removeOthers();
    Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
    LOG.info("The next start will be faster: a start-up cache was made");
  }

  private List<String> command(Path making) {
    List<String> command = new ArrayList<>();
    if (new File("/usr/bin/nice").canExecute()) {
      command.addAll(List.of("/usr/bin/nice", "-n", "10"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-D" + PROPERTY))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-XX:AOTCacheOutput=" + making,
            "-Dspring.context.exit=onRefresh",
            "-jar",
            System.getProperty("java.class.path"),
            ServerProgram.TRAIN));
    return command;
  }

  private void removeOthers() throws IOException {
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(file.getParent(), "start-up-*.aot")) {
      for (Path other : others) {
        Files.delete(other);
      }
    }
  }
}
