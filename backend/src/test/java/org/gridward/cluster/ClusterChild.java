package org.gridward.cluster;

import java.nio.file.Path;
import java.util.Map;

/** Opens the cluster in the folder it is given, says so, and stays: for tests that kill it. */
final class ClusterChild {

  private ClusterChild() {}

  public static void main(String[] args) {
    PrivateCluster cluster =
        PrivateCluster.open(Path.of(args[0]), Map.of("shared_buffers", "16MB", "fsync", "off"));
    System.out.println((cluster.started() ? "started " : "joined ") + cluster.port());
    cluster.keepRunning();
  }
}
