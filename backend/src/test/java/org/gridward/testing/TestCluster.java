package org.gridward.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridward.cluster.PrivateCluster;
import org.springframework.boot.SpringApplication;

/** One PostGIS cluster for the whole test JVM, in a temporary folder, gone with the JVM. */
public final class TestCluster {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final PrivateCluster CLUSTER = start();

  private TestCluster() {}

  private static PrivateCluster start() {
    try {
      Path folder = Files.createTempDirectory("gridward-test-");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      PrivateCluster cluster =
          PrivateCluster.open(
              folder,
              Map.of(
                  "fsync", "off",
                  "synchronous_commit", "off",
                  "shared_buffers", "64MB",
                  // every configuration of a server in the run holds a pool of its own
                  "max_connections", "400"));
      // After the servers: one that loses its database while it closes waits for it.
      SpringApplication.getShutdownHandlers().add(() -> end(cluster, folder));
      return cluster;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(PrivateCluster cluster, Path folder) {
    cluster.close();
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
    }
  }

  public static PrivateCluster cluster() {
    return CLUSTER;
  }

  /** The JDBC URL of a new, empty database. */
  public static String newDatabase() {
    return CLUSTER.database("test_" + DATABASES.incrementAndGet());
  }
}
