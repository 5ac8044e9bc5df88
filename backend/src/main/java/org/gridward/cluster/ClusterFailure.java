package org.gridward.cluster;

/**
 * The private cluster cannot be used; the message is one sentence for the person at the terminal.
 */
public final class ClusterFailure extends RuntimeException {
  public ClusterFailure(String message) {
    super(message);
  }

  public ClusterFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
