package org.gridward.shared.imports;

import java.util.OptionalLong;

/** Hears how far long work has come. Called often: be quick. */
@FunctionalInterface
public interface Progress {

  /** Nobody listens. */
  Progress SILENT = (done, total) -> {};

  /**
   * @param total empty where nobody knows
   */
  void at(long done, OptionalLong total);

  /** Everything that has been written for good by now, earlier runs of the same work included. */
  default void written(ImportReport soFar) {}
}
